package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// file returns a settings file in a folder that does not exist yet.
func file(t *testing.T) *File {
	t.Helper()
	t.Setenv(FolderVariable, filepath.Join(t.TempDir(), "deep", "config"))
	f, err := Find()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func put(t *testing.T, f *File, body string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(f.path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(f.path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestFindUsesTheUsersFolder(t *testing.T) {
	t.Setenv(FolderVariable, "")
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("AppData", os.Getenv("XDG_CONFIG_HOME"))
	t.Setenv("HOME", os.Getenv("XDG_CONFIG_HOME"))
	f, err := Find()
	if err != nil || !strings.HasSuffix(filepath.ToSlash(f.Path()), "/hashiya/settings.json") {
		t.Errorf("Find() = %v, %v", f, err)
	}
}

func TestLoadWithoutAFileGivesDefaultsAndWritesNothing(t *testing.T) {
	f := file(t)
	s, err := f.Load()
	if want := defaults(); err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("Load() = %+v, %v, want %+v", s, err, want)
	}
	if _, err := os.Stat(filepath.Dir(f.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("loading made the folder: %v", err)
	}
}

func TestUpdateKeepsEverything(t *testing.T) {
	f := file(t)
	want := Settings{
		Name: "code 7", Role: "supervisor", Recent: []string{"/b.hashiya", "/a.hashiya"},
		Width: 1200, Height: 800.5, Zoom: 1.25, Theme: ThemeDark, Font: FontNaskh, Digits: DigitsLatin,
		HighContrast: true, LogicalArrows: true, Focus: true, Soft: true, Devices: map[string]Device{"p": {"d", "t"}},
	}
	if err := f.Update(func(s *Settings) { *s = want }); err != nil {
		t.Fatal(err)
	}
	if s, err := f.Load(); err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("Load() = %+v, %v, want %+v", s, err, want)
	}
	info, err := os.Stat(f.path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode is %v, want 0600", info.Mode().Perm())
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(f.path), ".settings-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files stay: %v, %v", left, err)
	}
}

func TestDamagedFileIsSetAside(t *testing.T) {
	for name, body := range map[string]string{
		"cut off":    `{"name": "code 7", "the`,
		"empty":      ``,
		"wrong type": `{"name": "code 7", "zoom": "big"}`,
		"a list":     `[]`,
	} {
		t.Run(name, func(t *testing.T) {
			f := file(t)
			put(t, f, body)
			s, err := f.Load()
			if err == nil || !reflect.DeepEqual(s, defaults()) {
				t.Errorf("Load() = %+v, %v, want defaults and an error", s, err)
			}
			kept, err := os.ReadFile(f.path + ".damaged")
			if err != nil || string(kept) != body {
				t.Errorf("kept aside: %q, %v, want %q", kept, err, body)
			}
			if err := f.Update(func(s *Settings) { s.Name = "code 8" }); err != nil {
				t.Error(err)
			}
			if s, err := f.Load(); err != nil || s.Name != "code 8" {
				t.Errorf("after Update: %+v, %v", s, err)
			}
		})
	}
}

func TestFolderInTheFilesPlaceIsSetAside(t *testing.T) {
	f := file(t)
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := f.Update(func(s *Settings) { s.Name = "code 7" }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(f.path + ".damaged"); err != nil || !info.IsDir() {
		t.Errorf("the folder is not kept: %v", err)
	}
}

func TestValuesOutOfRangeAreMended(t *testing.T) {
	f := file(t)
	put(t, f, `{"role": "king", "zoom": 900, "theme": "pink", "digits": "roman", "font": "comic", "language": "xx", "width": -3, "height": 600, "recent": ["a", "", "a", "b"], "unknown": 1}`)
	s, err := f.Load()
	want := defaults()
	want.Recent = []string{"a", "b"}
	if err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("Load() = %+v, %v, want %+v", s, err, want)
	}
}

func TestRecentIsNewestFirstAndBounded(t *testing.T) {
	var s Settings
	for i := range MaxRecent + 3 {
		s.Opened(fmt.Sprint(i))
	}
	s.Opened("5")
	s.Forget("11")
	want := []string{"5", "12", "10", "9", "8", "7", "6", "4", "3"}
	if !reflect.DeepEqual(s.Recent, want) {
		t.Errorf("Recent = %v, want %v", s.Recent, want)
	}
}

func TestUpdatesDoNotLoseEachOther(t *testing.T) {
	f := file(t)
	const writers = 8
	var group sync.WaitGroup
	for i := range writers {
		group.Go(func() {
			project := fmt.Sprint("project ", i)
			if err := f.Remember(project, "device", project); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	for i := range writers {
		project := fmt.Sprint("project ", i)
		if device, token := f.Device(project); device != "device" || token != project {
			t.Errorf("Device(%q) = %q, %q", project, device, token)
		}
	}
	if device, token := f.Device("unknown"); device != "" || token != "" {
		t.Errorf("Device of an unknown project = %q, %q", device, token)
	}
}

func TestUpdateSaysWhatToDo(t *testing.T) {
	blocker := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocker, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(FolderVariable, filepath.Join(blocker, "config"))
	f, err := Find()
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Update(func(*Settings) {}); err == nil || !strings.Contains(err.Error(), FolderVariable) {
		t.Errorf("Update() = %v, want an error that names %s", err, FolderVariable)
	}
}
