package fixture

import (
	"bufio"
	"context"
	"database/sql"
	"io"
	"net/http"
	"os"
	"time"
)

func files(names []string, w io.Writer) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close() // want "warning: defer f.Close\(\) runs when the function ends, after all passes: the loop at line 14 keeps what each of them has opened until then"
		if _, err := io.Copy(w, f); err != nil {
			return err
		}
	}
	return nil
}

func bodies(urls map[string]string) error {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		defer resp.Body.Close() // want "note: defer resp.Body.Close\(\)"
		if _, err := io.ReadAll(resp.Body); err != nil {
			return err
		}
	}
	return nil
}

func rows(db *sql.DB, queries []string) error {
	var rows *sql.Rows
	var err error
	for i := 0; i < len(queries); i++ {
		rows, err = db.Query(queries[i])
		if err != nil {
			return err
		}
		defer rows.Close() // want "note: defer rows.Close\(\)"
		for rows.Next() {
		}
	}
	return nil
}

func pages(ctx context.Context, more func(context.Context) bool) {
	next := true
	for next {
		one, cancelPage := context.WithTimeout(ctx, time.Second)
		defer cancelPage() // want "note: defer cancelPage\(\)"
		next = more(one)
	}
}

func lines(in *bufio.Scanner, closeQuietly func(io.Closer)) error {
	for in.Scan() {
		f, err := os.Open(in.Text())
		if err != nil {
			return err
		}
		defer closeQuietly(f) // want "warning: defer closeQuietly\(…\)"
	}
	return nil
}

func callback(names []string, each func(func(io.Reader))) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return
		}
		defer f.Close() // want "warning: defer f.Close\(\)"
		each(func(w io.Reader) { io.ReadAll(io.MultiReader(f, w)) })
	}
}

func results(ctx context.Context, ids []string, fetch func(context.Context, string) string) []string {
	var found []string
	for _, id := range ids {
		one, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel() // want "warning: defer cancel\(\) runs when the function ends"
		found = append(found, fetch(one, id))
	}
	return found
}

// Another break leaves the rows unread.
func tallest(db *sql.DB, towns []string, limit int) (all []int, err error) {
	for _, town := range towns {
		rows, err := db.Query("select height from towers where town = ?", town)
		if err != nil {
			return nil, err
		}
		defer rows.Close() // want "warning: defer rows.Close"
		for {
			if !rows.Next() {
				break
			}
			var height int
			if err := rows.Scan(&height); err != nil {
				return nil, err
			}
			if height > limit {
				break
			}
			all = append(all, height)
		}
	}
	return all, nil
}

// Next has closed the rows where the loop is left.
func heights(db *sql.DB, towns []string) (all []int, err error) {
	for _, town := range towns {
		rows, err := db.Query("select height from towers where town = ?", town)
		if err != nil {
			return nil, err
		}
		defer rows.Close() // want "note: defer rows.Close\(\) .* is read to its end"
		for {
			if !rows.Next() {
				break
			}
			var height int
			if err := rows.Scan(&height); err != nil {
				return nil, err
			}
			all = append(all, height)
		}
	}
	return all, nil
}
