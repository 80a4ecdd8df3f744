// Asks a question and prints the answer while it is being written. Reconnects if the stream breaks.
package main

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	attempts    = 5
	longestWait = time.Minute
)

type message struct {
	Citations []struct {
		DocumentName string `json:"document_name"`
		Quote        string `json:"quote"`
	} `json:"citations"`
}

// finalError is an error that a new attempt cannot fix.
type finalError struct{ error }

// busyError is a response that asks for a new attempt.
type busyError struct {
	error
	retryAfter string
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
	var thread struct {
		ID string `json:"id"`
	}
	err := withRetries(func(key string) error {
		resp, err := post("/threads", map[string]string{"title": "Refunds"}, key)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(&thread)
	})
	if err != nil {
		return err
	}
	answer, err := ask(thread.ID, "How long does a refund take?")
	if err != nil {
		return err
	}
	fmt.Println()
	for _, citation := range answer.Citations {
		fmt.Printf("%s: %s\n", citation.DocumentName, citation.Quote)
	}
	return nil
}

func ask(thread, content string) (message, error) {
	var answer message
	shown := 0
	err := withRetries(func(key string) error {
		path := "/threads/" + thread + "/messages/stream"
		resp, err := post(path, map[string]string{"content": content}, key)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		name, text := "", ""
		lines := bufio.NewReader(resp.Body)
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				return fmt.Errorf("the stream broke off: %w", err)
			}
			field, value, _ := strings.Cut(strings.TrimRight(line, "\r\n"), ": ")
			switch {
			case field == "event":
				name = value
			case field == "data" && name == "message.delta":
				var delta struct{ Text string }
				if err := json.Unmarshal([]byte(value), &delta); err != nil {
					return err
				}
				text += delta.Text
				// After a reconnect, the text starts over: print only what is new.
				if len(text) > shown {
					fmt.Print(text[shown:])
					shown = len(text)
				}
			case field == "data" && name == "message.failed":
				return finalError{errors.New(value)}
			case field == "data" && name == "message.completed":
				return json.Unmarshal([]byte(value), &answer)
			}
		}
	})
	return answer, err
}

// withRetries repeats a request until it succeeds or cannot succeed. All attempts send the same key.
func withRetries(send func(key string) error) error {
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		return err
	}
	key := hex.EncodeToString(random)
	for attempt := 1; ; attempt++ {
		err := send(key)
		if err == nil {
			return nil
		}
		wait := time.Second << (attempt - 1) / 2
		var busy busyError
		if errors.As(err, &busy) {
			wait = durationOf(busy.retryAfter, wait)
		}
		var final finalError
		if errors.As(err, &final) || attempt == attempts || wait > longestWait {
			return err
		}
		time.Sleep(wait)
	}
}

func post(path string, body any, key string) (*http.Response, error) {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", base+path, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+apiKey)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil || resp.StatusCode < 400 {
		return resp, err
	}
	defer resp.Body.Close()
	problem, _ := io.ReadAll(resp.Body)
	err = fmt.Errorf("%s: %s", resp.Status, problem)
	if resp.StatusCode == 429 || resp.StatusCode >= 500 {
		return nil, busyError{err, resp.Header.Get("Retry-After")}
	}
	return nil, finalError{err}
}

// durationOf returns the meaning of a Retry-After: seconds or a date. The fallback if it is neither.
func durationOf(retryAfter string, fallback time.Duration) time.Duration {
	if seconds, err := strconv.Atoi(retryAfter); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(retryAfter); err == nil {
		return time.Until(date)
	}
	return fallback
}
