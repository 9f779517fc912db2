package sessions

import (
	"database/sql"
	"encoding/json"
	"mime"
	"net"
	"net/http"
	"os"
	"time"
)

// What somebody else sends is odd now and then.
func kind(client *http.Client, url string) (string, error) {
	resp, err := client.Get(url) // want "warning: .* not closed when the function returns at line 21"
	if err != nil {
		return "", err
	}
	media, _, err := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if err != nil {
		return "", err
	}
	resp.Body.Close()
	return media, nil
}

type settings struct{ Theme string }

func themes(db *sql.DB) (found []string, err error) {
	rows, err := db.Query("select settings from users") // want "warning: .* not closed when the function returns at line 42"
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			rows.Close()
			return nil, err
		}
		var own settings
		if err := json.Unmarshal([]byte(text), &own); err != nil {
			return nil, err
		}
		found = append(found, own.Theme)
	}
	rows.Close()
	return found, nil
}

// That a socket takes no option is rare, and so is a full disk.
func lasting(l *net.TCPListener) (*net.TCPConn, error) {
	conn, err := l.AcceptTCP() // want "note: .* not closed when the function returns at line 57"
	if err != nil {
		return nil, err
	}
	if err := conn.SetKeepAlivePeriod(time.Minute); err != nil {
		return nil, err
	}
	return conn, nil
}

func keep(name string, text []byte) error {
	file, err := os.Create(name) // want "note: .* not closed when the function returns at line 68"
	if err != nil {
		return err
	}
	if _, err := file.Write(text); err != nil {
		return err
	}
	return file.Close()
}
