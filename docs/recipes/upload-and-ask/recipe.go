// Uploads a file, waits until it is ready, and asks a question about it.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"time"
)

const longestWait = 60

type document struct {
	ID            string `json:"id"`
	Status        string `json:"status"`
	FailureReason string `json:"failure_reason"`
}

type message struct {
	Content   string `json:"content"`
	Citations []struct {
		DocumentName string `json:"document_name"`
		Quote        string `json:"quote"`
	} `json:"citations"`
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
	doc, err := upload("desks.txt", "Book a desk before nine in the morning.")
	if err != nil {
		return err
	}
	for seconds := 0; doc.Status != "ready"; seconds++ {
		if doc.Status == "failed" {
			return errors.New(doc.FailureReason)
		}
		if seconds == longestWait {
			return fmt.Errorf("%s is not ready after %d s", doc.ID, seconds)
		}
		time.Sleep(time.Second)
		if err := api("GET", "/documents/"+doc.ID, "", nil, &doc); err != nil {
			return err
		}
	}

	var thread struct {
		ID string `json:"id"`
	}
	if err := postJSON("/threads", map[string]string{"title": "Desks"}, &thread); err != nil {
		return err
	}
	var answer message
	question := map[string]string{"content": "When do I book a desk?"}
	if err := postJSON("/threads/"+thread.ID+"/messages", question, &answer); err != nil {
		return err
	}
	fmt.Println(answer.Content)
	for _, citation := range answer.Citations {
		fmt.Printf("%s: %s\n", citation.DocumentName, citation.Quote)
	}
	return nil
}

func upload(name, text string) (document, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	file, err := form.CreateFormFile("files", name)
	if err != nil {
		return document{}, err
	}
	if _, err := io.WriteString(file, text); err != nil {
		return document{}, err
	}
	if err := form.Close(); err != nil {
		return document{}, err
	}
	var uploaded struct {
		Data []document `json:"data"`
	}
	if err := api("POST", "/documents", form.FormDataContentType(), &body, &uploaded); err != nil {
		return document{}, err
	}
	return uploaded.Data[0], nil
}

func postJSON(path string, value, result any) error {
	body, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return api("POST", path, "application/json", bytes.NewReader(body), result)
}

func api(method, path, contentType string, body io.Reader, result any) error {
	base := os.Getenv("CLOUDINDEX_BASE_URL")
	if base == "" {
		base = "https://api.cloudindex.com/v1"
	}
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+apiKey)
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	client := &http.Client{Timeout: 30 * time.Second}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		problem, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("%s: %s", resp.Status, problem)
	}
	return json.NewDecoder(resp.Body).Decode(result)
}
