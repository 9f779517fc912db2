package missed

// Each topic lives as long as the map that nothing is removed from, and so do its listeners; fields of such values are
// not looked at.
type topic struct{ listeners map[string][]func() }

var topics = map[int]*topic{}

func init() {
	for i := range 16 {
		topics[i] = &topic{listeners: map[string][]func(){}}
	}
}

func Listen(shard int, clientName string, listener func()) {
	t := topics[shard]
	t.listeners[clientName] = append(t.listeners[clientName], listener)
}
