// Package settings keeps what one person's installation remembers between
// runs: who works, how the window looks, which projects were open, and which
// device it is in each project. Nothing of what articles say is in it.
package settings

import (
	"slices"
	"strings"
)

// Theme is the colouring of the window.
type Theme string

// The themes.
const (
	ThemeSystem Theme = "system"
	ThemeLight  Theme = "light"
	ThemeDark   Theme = "dark"
)

// Digits is how the interface writes numbers; what articles say is never
// changed.
type Digits string

// The digits. The zero value leaves it to the language of the interface.
const (
	DigitsOfLanguage Digits = ""
	DigitsLatin      Digits = "latin"
	DigitsArabic     Digits = "arabic"
)

// Font is the face in which articles are read.
type Font string

// The reading faces.
const (
	FontVazirmatn Font = "vazirmatn"
	FontNaskh     Font = "naskh"
)

// Bounds of what is kept.
const (
	MaxRecent = 10  // projects
	MinZoom   = 0.5 // times the normal size
	MaxZoom   = 3.0
	maxSide   = 100_000 // of the window, in device-independent pixels
)

// Settings are the values of the file. The zero value is not the default one;
// File.Load gives that.
type Settings struct {
	Name   string   `json:"name"` // or code name of the person; "" before the first start
	Role   string   `json:"role"` // "annotator" or "supervisor"; "" before the first start
	Recent []string `json:"recent"`
	Folder string   `json:"folder"` // where a file was chosen last
	// Outlines is a GeoJSON file of borders for the map; "" for none.
	Outlines string  `json:"outlines"`
	Width    float32 `json:"width"` // of the window in device-independent pixels; 0 when not known
	Height   float32 `json:"height"`
	Zoom     float32 `json:"zoom"` // MinZoom to MaxZoom, 1 being the normal size
	Theme    Theme   `json:"theme"`
	// Language of the interface, "en" or "ar"; "" when none was chosen.
	Language string `json:"language"`
	Digits   Digits `json:"digits"`
	Font     Font   `json:"font"`
	// HighContrast is pure ink on paper without fills.
	HighContrast bool `json:"high_contrast"`
	// LogicalArrows lets the arrow keys follow the order of the text, not that
	// of the screen.
	LogicalArrows bool `json:"logical_arrows"`
	// Focus dims all of an article but the paragraph at work; Soft blurs the
	// passages that tell of violence until they are asked for.
	Focus   bool              `json:"focus"`
	Soft    bool              `json:"soft"`
	Devices map[string]Device `json:"devices"` // by project id
}

// Device is what this installation is in one project.
type Device struct {
	ID    string `json:"id"`
	Token string `json:"token"`
}

// Opened puts a project's path first in the list of recent ones.
func (s *Settings) Opened(path string) {
	s.Forget(path)
	s.Recent = slices.Insert(s.Recent, 0, path)
	s.Recent = s.Recent[:min(len(s.Recent), MaxRecent)]
}

// Forget takes a project's path off the list of recent ones.
func (s *Settings) Forget(path string) {
	s.Recent = slices.DeleteFunc(s.Recent, func(p string) bool { return p == path })
}

func defaults() Settings {
	return Settings{Zoom: 1, Theme: ThemeSystem, Font: FontVazirmatn, Devices: map[string]Device{}}
}

// mend replaces values that are out of their range, as a hand or another
// version may have left them, by the default ones.
func (s *Settings) mend() {
	normal := defaults()
	s.Name = strings.TrimSpace(s.Name)
	if s.Role != "annotator" && s.Role != "supervisor" {
		s.Role = ""
	}
	// Written so that NaN, which compares as false, is out of range too.
	if !(s.Zoom >= MinZoom && s.Zoom <= MaxZoom) {
		s.Zoom = normal.Zoom
	}
	if !(s.Width > 0 && s.Width <= maxSide && s.Height > 0 && s.Height <= maxSide) {
		s.Width, s.Height = normal.Width, normal.Height
	}
	if s.Theme != ThemeLight && s.Theme != ThemeDark {
		s.Theme = normal.Theme
	}
	if s.Digits != DigitsLatin && s.Digits != DigitsArabic {
		s.Digits = normal.Digits
	}
	if s.Font != FontNaskh {
		s.Font = normal.Font
	}
	if s.Language != "en" && s.Language != "ar" {
		s.Language = ""
	}
	if s.Devices == nil {
		s.Devices = normal.Devices
	}
	var recent []string
	for _, path := range s.Recent {
		if path != "" && !slices.Contains(recent, path) && len(recent) < MaxRecent {
			recent = append(recent, path)
		}
	}
	s.Recent = recent
}
