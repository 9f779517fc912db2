package fixture

import (
	"archive/tar"
	"io"
	"os"
)

// What a pass unpacks is read behind the loop, so it is removed there.
func unpack(archive *tar.Reader, use func(map[string]*os.File) error) error {
	files := map[string]*os.File{}
	for {
		header, err := archive.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		f, err := os.CreateTemp("", "layer-")
		if err != nil {
			return err
		}
		defer os.Remove(f.Name())
		defer f.Close()
		if _, err := io.Copy(f, archive); err != nil {
			return err
		}
		files[header.Name] = f
	}
	return use(files)
}

type node struct {
	dial func(string) error
	addr string
}

// The stop function of each node belongs to what is used behind the loop.
func connectAll(addrs []string, connect func(string) (func(string) error, func(), error), compare func([]*node) error) error {
	var nodes []*node
	for _, addr := range addrs {
		dial, stop, err := connect(addr)
		if err != nil {
			return err
		}
		defer stop()
		nodes = append(nodes, &node{dial: dial, addr: addr})
	}
	return compare(nodes)
}
