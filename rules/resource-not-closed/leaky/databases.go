package store

import (
	"context"
	"database/sql"
	"errors"
)

type store struct{ db *sql.DB }

var errNone = errors.New("none")

func (s *store) firstOnly(ctx context.Context) (name string, err error) {
	rows, err := s.db.QueryContext(ctx, "SELECT name FROM users") // want "warning: result set \"rows\" from s.db.QueryContext is not closed when the function returns at line 21"
	if err != nil {
		return "", err
	}
	if rows.Next() {
		err = rows.Scan(&name)
	}
	return name, err
}

// Next closes the rows when there are no more, but an error of Scan comes before.
func (s *store) scanFails() ([]string, error) {
	rows, err := s.db.Query("SELECT name FROM users") // want "note: result set \"rows\" from s.db.Query is not closed when the function returns at line 34"
	if err != nil {
		return nil, err
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// A transaction that is neither committed nor rolled back keeps its connection.
func (s *store) transfer(amount int) error {
	tx, err := s.db.Begin() // want "warning: transaction \"tx\" from s.db.Begin is not ended when the function returns at line 48"
	if err != nil {
		return err
	}
	if amount == 0 {
		return errNone
	}
	if _, err := tx.Exec("UPDATE accounts SET amount = ?", amount); err != nil {
		tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (s *store) statement(ids []int) error {
	stmt, err := s.db.Prepare("DELETE FROM users WHERE id = ?") // want "warning: prepared statement \"stmt\" from s.db.Prepare is not closed when the function returns at line 67"
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := stmt.Exec(id); err != nil {
			return err
		}
	}
	return nil
}

// The transaction goes on: its rows stay open.
func (s *store) within(tx *sql.Tx) (name string, err error) {
	rows, err := tx.Query("SELECT name FROM users") // want "warning: result set \"rows\" from tx.Query is not closed when the function returns"
	if err != nil {
		return "", err
	}
	if rows.Next() {
		err = rows.Scan(&name)
	}
	return name, err
}
