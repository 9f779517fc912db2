package clean

type page struct {
	names []string
	next  string
}

var command struct {
	names []string
}

// The loop ends with the last page.
func list(load func(marker string) (page, error)) error {
	marker := ""
	for {
		found, err := load(marker)
		if err != nil {
			return err
		}
		command.names = append(command.names, found.names...)
		if found.next == "" {
			return nil
		}
		marker = found.next
	}
}
