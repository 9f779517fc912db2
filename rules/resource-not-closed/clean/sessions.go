package sessions

import "xorm.io/xorm"

// Without a transaction each statement gives its connection back.
func find(engine *xorm.Engine, rows any) error {
	session := engine.NewSession()
	return session.Find(rows)
}
