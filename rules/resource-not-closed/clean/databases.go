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

// What ends the transaction closes its rows.
func tables(db *sql.DB) ([]string, error) {
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	rows, err := tx.Query("SHOW TABLES")
	if err != nil {
		tx.Rollback()
		return nil, err
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			tx.Rollback()
			return nil, err
		}
		names = append(names, name)
	}
	rows.Close()
	return names, tx.Commit()
}

func firstTable(db *sql.DB) (name string, err error) {
	tx, err := db.Begin()
	if err != nil {
		return "", err
	}
	defer tx.Rollback()
	rows, err := tx.Query("SHOW TABLES")
	if err != nil {
		return "", err
	}
	if rows.Next() {
		err = rows.Scan(&name)
	}
	return name, err
}
