package client

import (
	"compress/gzip"
	"io"
	"net/http"
)

type api struct{ client *http.Client }

func drainBody(body io.ReadCloser) {
	io.Copy(io.Discard, body)
	body.Close()
}

func (a *api) drained(url string) error {
	resp, err := a.client.Get(url)
	if err != nil {
		return err
	}
	defer drainBody(resp.Body)
	return nil
}

func (a *api) partOnly(url string) error {
	resp, err := a.client.Get(url)
	if err != nil {
		return err
	}
	body := resp.Body
	defer body.Close()
	_, err = io.Copy(io.Discard, body)
	return err
}

func (a *api) nilChecks(url string) (status int) {
	resp, err := a.client.Get(url)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// The response of a HEAD request has no body.
func (a *api) head(url string) (int64, error) {
	req, err := http.NewRequest(http.MethodHead, url, nil)
	if err != nil {
		return 0, err
	}
	resp, err := a.client.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (a *api) wrapped(url string) (*http.Response, error) {
	resp, err := a.client.Get(url)
	if err != nil {
		return nil, err
	}
	unzipped, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = io.NopCloser(unzipped)
	return resp, nil
}

type result struct {
	resp *http.Response
	err  error
}

func (a *api) sent(url string, results chan<- result) {
	resp, err := a.client.Get(url)
	results <- result{resp, err}
}

// The body of a request that a server got is the server's.
func serve(w http.ResponseWriter, r *http.Request) {
	io.Copy(w, r.Body)
}

func retry(f func() error) error { return f() }

func (a *api) closedBehindClosure(url string) (int, error) {
	var resp *http.Response
	err := retry(func() (err error) {
		resp, err = a.client.Get(url)
		return err
	})
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func (a *api) returnedFromClosure(url string) (resp *http.Response, err error) {
	err = retry(func() (err error) {
		resp, err = a.client.Get(url)
		return err
	})
	return
}

// Once is no look-alike of a client.
func (a *api) untilOK(url string) {
	for {
		resp, err := a.client.Get(url)
		if err == nil && resp.Body != nil {
			resp.Body.Close()
			break
		}
	}
}
