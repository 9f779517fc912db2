package sessions

import (
	"errors"

	"github.com/syndtr/goleveldb/leveldb"
	"xorm.io/xorm"
)

// A transaction keeps its connection until the session is closed.
func insert(engine *xorm.Engine, row any) error {
	session := engine.NewSession() // want "warning: session \"session\" from engine.NewSession is not closed"
	if err := session.Begin(); err != nil {
		return err
	}
	if _, err := session.Insert(row); err != nil {
		return err
	}
	return session.Commit()
}

func keys(db *leveldb.DB, visit func([]byte) bool) error {
	iter := db.NewIterator(nil, nil) // want "warning: iterator \"iter\" from db.NewIterator is not released when the function returns"
	for iter.Next() {
		if !visit(iter.Key()) {
			return errors.New("refused")
		}
	}
	iter.Release()
	return iter.Error()
}
