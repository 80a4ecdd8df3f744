// Prints the email address of every user, page by page.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"
)

type page struct {
	Data []struct {
		Email string `json:"email"`
	} `json:"data"`
	NextCursor *string `json:"next_cursor"`
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
	query := url.Values{"limit": {"2"}}
	for {
		users, err := list(query)
		if err != nil {
			return err
		}
		for _, user := range users.Data {
			fmt.Println(user.Email)
		}
		if users.NextCursor == nil {
			return nil
		}
		query.Set("cursor", *users.NextCursor)
	}
}

func list(query url.Values) (page, error) {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	req, err := http.NewRequest("GET", base+"/users?"+query.Encode(), nil)
	if err != nil {
		return page{}, err
	}
	req.Header.Set("Authorization", "Bearer "+apiKey)
	client := &http.Client{Timeout: 30 * time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return page{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		problem, _ := io.ReadAll(resp.Body)
		return page{}, fmt.Errorf("%s: %s", resp.Status, problem)
	}
	var users page
	return users, json.NewDecoder(resp.Body).Decode(&users)
}
