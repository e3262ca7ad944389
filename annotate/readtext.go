package annotate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"hashiya/model"
)

// What makes a text unusable.
var (
	ErrEmptyText = errors.New("the file has no text in it")
	ErrNotUTF8   = errors.New("the file is not UTF-8 text; save it as UTF-8 and import it again")
	ErrNUL       = errors.New("the text has a NUL character; it is not a text file, or it is damaged")
	ErrTooLarge  = fmt.Errorf("the text is larger than %d MB; split it", model.MaxArticleBytes>>20)
	ErrNotFile   = errors.New("it is not a regular file; copy what it holds into one")
)

// maxTitle bounds the title of a text without line breaks, in code points.
const maxTitle = 500

var bom = []byte("\ufeff")

// readText reads a text file as an article. The text is kept as it stands but
// for a byte order mark in front, which "decoding" tells of.
func readText(path string) (model.Article, string, error) {
	raw, err := readLimited(path)
	if err != nil {
		return model.Article{}, "", err
	}
	rawSum := sha256.Sum256(raw)
	decoding := "utf-8"
	body, marked := bytes.CutPrefix(raw, bom)
	if marked {
		decoding = "utf-8-bom"
	}
	text := string(body)
	if err := CheckText(text); err != nil {
		return model.Article{}, "", err
	}
	sum := sha256.Sum256(body)
	a := model.Article{
		SHA256: hex.EncodeToString(sum[:]), RawSHA256: hex.EncodeToString(rawSum[:]), Decoding: decoding,
		Title: shorten(model.Title(text)), Length: utf8.RuneCountInString(text), File: filepath.Base(path),
	}
	if isArabic(text) {
		a.Language = "ar"
	}
	return a, text, nil
}

// CheckText reports what makes a text unusable as an article.
func CheckText(text string) error {
	switch {
	case len(text) > model.MaxArticleBytes:
		return ErrTooLarge
	case !utf8.ValidString(text):
		return ErrNotUTF8
	case strings.ContainsRune(text, 0):
		return ErrNUL
	case strings.TrimSpace(text) == "":
		return ErrEmptyText
	}
	return nil
}

func readLimited(path string) ([]byte, error) {
	f, size, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size > model.MaxArticleBytes+int64(len(bom)) {
		return nil, ErrTooLarge
	}
	raw, err := io.ReadAll(io.LimitReader(f, model.MaxArticleBytes+int64(len(bom))+1))
	if err != nil {
		return nil, plain(err)
	}
	return raw, nil
}

// openRegular opens a file for reading and returns its size. It looks before
// it opens: opening a named pipe would wait for somebody to write to it.
func openRegular(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, plain(err)
	}
	if !info.Mode().IsRegular() {
		return nil, 0, ErrNotFile
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, plain(err)
	}
	return f, info.Size(), nil
}

func shorten(title string) string {
	if letters := []rune(title); len(letters) > maxTitle {
		return string(letters[:maxTitle])
	}
	return title
}
