package fixture

type locks interface {
	Lock(key string) (bool, error)
	Unlock(key string)
}

// One lock for each key, held together; a key that is taken is given up on.
func holdAll(all locks, keys []string, f func() error) error {
	for _, key := range keys {
		held, err := all.Lock(key)
		if err != nil {
			return err
		}
		if !held {
			return nil
		}
		defer all.Unlock(key)
	}
	return f()
}
