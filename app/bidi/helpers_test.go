package bidi

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var parseRegular = sync.OnceValues(func() (*Font, error) {
	ttf, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "Vazirmatn-Regular.ttf"))
	if err != nil {
		return nil, err
	}
	return ParseFont(ttf)
})

func regular(t testing.TB) *Font {
	t.Helper()
	f, err := parseRegular()
	if err != nil {
		t.Fatal(err)
	}
	return f
}
