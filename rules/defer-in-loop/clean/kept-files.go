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
