// Renames a user, but only if nobody else has changed the user in the meantime.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

const attempts = 5

type user struct {
	Name string `json:"name"`
}

var apiKey = os.Getenv("CLOUDINDEX_API_KEY")

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
	updated, err := updateUser("usr_123abc", func(current user) user {
		return user{Name: strings.Replace(current.Name, "John", "Jane", 1)}
	})
	if err != nil {
		return err
	}
	fmt.Println(string(updated))
	return nil
}

// updateUser applies a change to the current version of a user.
func updateUser(id string, change func(user) user) ([]byte, error) {
	for attempt := 1; attempt <= attempts; attempt++ {
		resp, body, err := api("GET", "/users/"+id, "", nil)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 400 {
			return nil, fmt.Errorf("%s: %s", resp.Status, body)
		}
		var current user
		if err := json.Unmarshal(body, &current); err != nil {
			return nil, err
		}
		changed, err := json.Marshal(change(current))
		if err != nil {
			return nil, err
		}
		resp, body, err = api("PATCH", "/users/"+id, resp.Header.Get("ETag"), changed)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 400 {
			return body, nil
		}
		// Someone else was faster: read the user again.
		if resp.StatusCode != http.StatusPreconditionFailed {
			return nil, fmt.Errorf("%s: %s", resp.Status, body)
		}
	}
	return nil, fmt.Errorf("gave up after %d attempts", attempts)
}

func api(method, path, ifMatch string, body []byte) (*http.Response, []byte, error) {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	req, err := http.NewRequest(method, base+path, bytes.NewReader(body))
	if err != nil {
		return nil, nil, err
	}
	req.Header.Set("Authorization", "Bearer "+apiKey)
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("If-Match", ifMatch)
	}
	client := &http.Client{Timeout: 30 * time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	return resp, answer, err
}
