package store

import (
	"context"
	"database/sql"
)

type store struct{ db *sql.DB }

// Rows that were read to the end have closed themselves.
func (s *store) all(ctx context.Context) (names []string) {
	rows, err := s.db.QueryContext(ctx, "SELECT name FROM users")
	if err != nil {
		return nil
	}
	for rows.Next() {
		var name string
		rows.Scan(&name)
		names = append(names, name)
	}
	return names
}

func (s *store) inTransaction(f func(*sql.Tx) error) (err error) {
	tx, err := s.db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	return f(tx)
}

// Statements of a transaction end with it.
func (s *store) ofTransaction(tx *sql.Tx) error {
	stmt, err := tx.Prepare("DELETE FROM users")
	if err != nil {
		return err
	}
	_, err = stmt.Exec()
	return err
}
