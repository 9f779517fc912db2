package main

import (
	"io"
	"net/http"
	"os"
)

func main() {
	if err := join(os.Args[1:]); err != nil {
		os.Exit(1)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { show(w, r.URL.Query()["file"]) })
	_ = http.ListenAndServe("localhost:0", nil)
}

// Once in the life of the process, so no more files stay than it is given.
func join(names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "note: defer f.Close\(\) runs when the function ends"
		if _, err := io.Copy(os.Stdout, f); err != nil {
			return err
		}
	}
	return nil
}

func show(w io.Writer, names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "warning: defer f.Close\(\) runs when the function ends"
		if _, err := io.Copy(w, f); err != nil {
			return err
		}
	}
	return nil
}
