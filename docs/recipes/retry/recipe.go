// Creates a user once, and repeats the request up to five times when the API is busy or does not respond.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	mathrand "math/rand"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	attempts    = 5
	longestWait = 2 * time.Minute
	user        = `{"email": "ada@example.com", "name": "Ada Lovelace"}`
)

var random = mathrand.New(mathrand.NewSource(time.Now().UnixNano()))

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	apiKey := os.Getenv("CLOUDINDEX_API_KEY")
	if apiKey == "" {
		return errors.New("set CLOUDINDEX_API_KEY first")
	}
	// All attempts send the same key, so the API carries the request out only once.
	key := make([]byte, 16)
	if _, err := rand.Read(key); err != nil {
		return err
	}
	header := http.Header{
		"Authorization":   {"Bearer " + apiKey},
		"Content-Type":    {"application/json"},
		"Idempotency-Key": {hex.EncodeToString(key)},
	}

	for attempt := 1; ; attempt++ {
		wait := backoff(attempt)
		resp, body, problem := createUser(header, user)
		if problem == nil {
			if resp.StatusCode < 400 {
				fmt.Println(string(body))
				return nil
			}
			problem = fmt.Errorf("%s: %s", resp.Status, body)
			if resp.StatusCode != 429 && resp.StatusCode < 500 {
				return problem
			}
			asked := resp.Header.Get("Retry-After")
			if wait = durationOf(asked, wait); wait > longestWait {
				return fmt.Errorf("too long to wait (Retry-After: %s): %w", asked, problem)
			}
		}
		if attempt == attempts {
			return fmt.Errorf("gave up after %d attempts: %w", attempts, problem)
		}
		time.Sleep(wait)
	}
}

// createUser fails if there is no response or it breaks off.
func createUser(header http.Header, user string) (*http.Response, []byte, error) {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	req, err := http.NewRequest("POST", base+"/users", strings.NewReader(user))
	if err != nil {
		return nil, nil, err
	}
	req.Header = header
	client := &http.Client{Timeout: 30 * time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return resp, body, err
}

// durationOf reads a Retry-After, seconds or a date. It returns the fallback if it is neither.
func durationOf(retryAfter string, fallback time.Duration) time.Duration {
	// ParseUint returns the largest number for one out of range.
	seconds, err := strconv.ParseUint(retryAfter, 10, 32)
	if err == nil || errors.Is(err, strconv.ErrRange) {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(retryAfter); err == nil {
		return time.Until(date)
	}
	return fallback
}

// backoff doubles with each attempt, minus a random part, so that clients don't all come back at once.
func backoff(attempt int) time.Duration {
	wait := time.Second << (attempt - 1)
	if wait > longestWait {
		wait = longestWait
	}
	return wait - time.Duration(random.Int63n(int64(wait/2)))
}
