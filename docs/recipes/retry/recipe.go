// Creates a user, and tries again when the API is busy: at most five times, and never twice.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const attempts = 5

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	// One value for all attempts: the API carries the request out once.
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		return err
	}
	key := hex.EncodeToString(random)

	for attempt := 1; ; attempt++ {
		resp, err := createUser(key, `{"email": "ada@example.com", "name": "Ada Lovelace"}`)
		if err != nil {
			return err
		}
		answer, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return err
		}
		if resp.StatusCode < 400 {
			fmt.Println(string(answer))
			return nil
		}
		busy := resp.StatusCode == 429 || resp.StatusCode >= 500
		if !busy || attempt == attempts {
			return fmt.Errorf("%s: %s", resp.Status, answer)
		}
		seconds, err := strconv.Atoi(resp.Header.Get("Retry-After"))
		if err != nil {
			seconds = 1 << attempt
		}
		time.Sleep(time.Duration(seconds) * time.Second)
	}
}

func createUser(key, user string) (*http.Response, error) {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	req, err := http.NewRequest("POST", base+"/users", strings.NewReader(user))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("CLOUDINDEX_API_KEY"))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", key)
	client := &http.Client{Timeout: 30 * time.Second}
	return client.Do(req)
}
