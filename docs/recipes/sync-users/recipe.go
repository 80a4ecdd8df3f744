// Makes the users in CloudIndex match directory.csv (email,name). Keeps those it manages in users.csv (email,id,name).
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"sort"
	"strings"
	"time"
)

type user struct{ id, name string }

var (
	apiKey = os.Getenv("CLOUDINDEX_API_KEY")
	people = map[string]string{}
	users  = map[string]user{}
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if apiKey == "" {
		return errors.New("set CLOUDINDEX_API_KEY first")
	}
	directory, err := os.ReadFile("directory.csv")
	if err != nil {
		return err
	}
	for _, line := range linesOf(directory) {
		email, name, _ := strings.Cut(line, ",")
		people[email] = name
	}
	// There is no such file before the first run.
	known, _ := os.ReadFile("users.csv")
	for _, line := range linesOf(known) {
		if parts := strings.SplitN(line, ",", 3); len(parts) == 3 {
			users[parts[0]] = user{parts[1], parts[2]}
		}
	}
	leaving := map[string]string{}
	for email := range users {
		if _, stays := people[email]; !stays {
			leaving[email] = ""
		}
	}
	if len(leaving)*2 > len(users) {
		return fmt.Errorf("stopped: %d of %d users would be deleted, check directory.csv", len(leaving), len(users))
	}
	created := forEach(people, createOrRename)
	deleted := forEach(leaving, remove)
	if created+deleted > 0 {
		return fmt.Errorf("%d problems", created+deleted)
	}
	return nil
}

// forEach changes one user after another and returns how many changes failed.
func forEach(names map[string]string, change func(email, name string) error) int {
	emails := make([]string, 0, len(names))
	for email := range names {
		emails = append(emails, email)
	}
	sort.Strings(emails)
	problems := 0
	for _, email := range emails {
		err := change(email, names[email])
		if err == nil {
			err = save()
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", email, err)
			problems++
		}
	}
	return problems
}

func createOrRename(email, name string) error {
	known, exists := users[email]
	if !exists {
		body := map[string]string{"email": email, "name": name}
		resp, err := api("POST", "/users", body, email, 201)
		if err != nil {
			return err
		}
		users[email] = user{path.Base(resp.Header.Get("Location")), name}
		fmt.Println("created", email)
		return nil
	}
	if known.name == name {
		return nil
	}
	_, err := api("PATCH", "/users/"+known.id, map[string]string{"name": name}, "", 200)
	if err == nil {
		users[email] = user{known.id, name}
		fmt.Println("renamed", email)
	}
	return err
}

func remove(email, _ string) error {
	_, err := api("DELETE", "/users/"+users[email].id, nil, "", 204, 404)
	if err == nil {
		delete(users, email)
		fmt.Println("deleted", email)
	}
	return err
}

// save is called after each change, so that the next run carries on from there.
func save() error {
	var lines strings.Builder
	for email, user := range users {
		fmt.Fprintf(&lines, "%s,%s,%s\n", email, user.id, user.name)
	}
	return os.WriteFile("users.csv", []byte(lines.String()), 0o600)
}

func linesOf(text []byte) []string {
	return strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
}

// api performs a request. Any of the statuses is a success.
func api(method, path string, body any, key string, statuses ...int) (*http.Response, error) {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	if body == nil {
		data = nil
	}
	req, err := http.NewRequest(method, base+path, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+apiKey)
	req.Header.Set("Content-Type", "application/json")
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	client := &http.Client{Timeout: 30 * time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	problem, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	for _, status := range statuses {
		if resp.StatusCode == status {
			return resp, nil
		}
	}
	return nil, fmt.Errorf("%s: %s", resp.Status, problem)
}
