package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// write puts the files into a folder, all or none: they are written to a folder
// within it first, and moved up when the last one is there. Other files in the
// folder stay; a folder that was made for nothing is removed again.
func write(dir string, files []file) (err error) {
	_, statErr := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	staged, err := os.MkdirTemp(dir, ".new-")
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, os.RemoveAll(staged))
		if err != nil && errors.Is(statErr, fs.ErrNotExist) {
			_ = os.Remove(dir) // fails, as it should, unless it is empty
		}
	}()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(staged, f.name), f.content, 0o644); err != nil {
			return err
		}
	}
	return moveUp(staged, dir, files)
}

// moveUp moves the files, once it is clear that none of them meets a folder.
func moveUp(staged, dir string, files []file) error {
	for _, f := range files {
		if info, err := os.Stat(filepath.Join(dir, f.name)); err == nil && info.IsDir() {
			return &fs.PathError{Op: "write", Path: filepath.Join(dir, f.name), Err: errors.New("is a folder")}
		}
	}
	for _, f := range files {
		if err := os.Rename(filepath.Join(staged, f.name), filepath.Join(dir, f.name)); err != nil {
			return err
		}
	}
	return nil
}
