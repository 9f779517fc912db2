// Package storage has the declarations that fixtures use.
package storage

type Querier interface {
	Select(name string) []float64
	Close() error
}

type Queryable interface {
	Querier(mint, maxt int64) (Querier, error)
}
