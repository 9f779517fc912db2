package closers

import "os"

type page struct {
	file *os.File
	more []*page
}

func openPage(name string) (*page, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &page{file: file}, nil
}

func (p *page) Close() error { return p.file.Close() }

func (p *page) size() (int64, error) {
	stat, err := p.file.Stat()
	if err != nil {
		return 0, err
	}
	return stat.Size(), nil
}

func (p *page) add(next *page) { p.more = append(p.more, next) }

func closed(name string) (int64, error) {
	p, err := openPage(name)
	if err != nil {
		return 0, err
	}
	defer p.Close()
	return p.size()
}

func kept(book *page, name string) (int64, error) {
	p, err := openPage(name)
	if err != nil {
		return 0, err
	}
	book.add(p)
	return p.size()
}

// One that is there already is given as well: it is not for the caller to close.
func cached(pages map[string]*page, name string) (*page, error) {
	if p, ok := pages[name]; ok {
		return p, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	p := &page{file: file}
	pages[name] = p
	return p, nil
}

func sizeOfCached(pages map[string]*page, name string) (int64, error) {
	p, err := cached(pages, name)
	if err != nil {
		return 0, err
	}
	return p.size()
}

// Without a method that closes the file the owner is no closer.
type view struct{ file *os.File }

func openView(name string) (*view, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &view{file}, nil
}

func look(name string) (string, error) {
	v, err := openView(name)
	if err != nil {
		return "", err
	}
	return v.file.Name(), nil
}
