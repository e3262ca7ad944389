package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"hashiya/annotate/gazetteer"
	"hashiya/app/settings"
	"hashiya/assets"
	"hashiya/model/sqlite"
)

// What the commands on places say; see messages.go for the others.
const (
	msgPlacesIn      = "added to %s: places: %d, as source %s (of other kinds: %d, broken: %d)"
	msgPlacesLicence = "%s: %s, %s; name the source where you publish what you take from it"
	msgPlace         = "%s | %s | %s | %s %s | %s | %s"
	msgPlaceSource   = "%s: places: %d; %s; %s; %s"

	msgPlacesBad  = "broken rows: %d, sound places: %d; nothing was taken; mend the rows, or give --part to take the sound ones"
	msgPlacesMore = "broken rows that are not named: %d"
	msgNoPlace    = "no place is called %q; check the spelling, give --beginning, or import a gazetteer"
	msgNoPoint    = "%q is no point; give LATITUDE/LONGITUDE in degrees, such as 34.69/40.83"

	doingPlaces      = "importing places"
	doingPlacesCheck = "checking, MB"
)

// placesHelp are the texts that the argument structure names as ${...}.
var placesHelp = kong.Vars{
	"help_places":           "Import gazetteers and look places up.",
	"help_places_import":    "Take a list of places in: a GeoNames dump, OCHA P-code tables, Open-Syria JSON.",
	"help_places_find":      "Look a place up by name.",
	"help_places_list":      "Tell which gazetteers there are, and their licences.",
	"help_places_project":   "Project file.",
	"help_places_paths":     "The files of one source: XX.txt with alternateNamesV2.txt, admin1CodesASCII.txt, admin2Codes.txt; or .csv, .xlsx; or .json.",
	"help_places_features":  "GeoNames feature classes and codes to take; P,A,S.CMPRF,L.OILF when not given.",
	"help_places_source":    "Name of the source; a later import of the same name replaces its places.",
	"help_places_part":      "Take the sound rows even if others are broken.",
	"help_places_query":     "Name as an article writes it.",
	"help_places_kind":      "Kind that is likelier: city, town, village, admin1, camp ...",
	"help_places_near":      "Point that the place is likely near; may be given several times.",
	"help_places_beginning": "Find names that only begin so, too.",
	"help_places_limit":     "How many places to show.",
}

// placesCommand gathers what is done with gazetteers.
type placesCommand struct {
	Import placesImport `cmd:"" help:"${help_places_import}"`
	Find   placesFind   `cmd:"" help:"${help_places_find}"`
	List   placesList   `cmd:"" help:"${help_places_list}"`
}

// placesImport takes a list of places in.
type placesImport struct {
	Project  string   `arg:"" help:"${help_places_project}"`
	Paths    []string `arg:"" name:"path" help:"${help_places_paths}"`
	Features []string `help:"${help_places_features}"`
	Source   string   `help:"${help_places_source}"`
	Part     bool     `help:"${help_places_part}"`
}

// Run takes the files in as one source: whole or, with --part, what is sound of
// them, in the place of an earlier import of the same source.
func (c *placesImport) Run(j *job) error {
	input, err := gazetteer.Open(c.Paths, gazetteer.Options{Features: c.Features, Key: c.Source})
	if err != nil {
		return err
	}
	file, err := settings.Find()
	if err != nil {
		return err
	}
	p, err := j.person(file)
	if err != nil {
		return err
	}
	store, err := sqlite.Open(c.Project, writing(file, p.name))
	if err != nil {
		return err
	}
	return errors.Join(c.take(j, input, store, p), store.Close())
}

func (c *placesImport) take(j *job, input *gazetteer.Input, store *sqlite.Store, p person) error {
	project, err := enter(store, p)
	if err != nil {
		return err
	}
	report, err := input.Check(j.ctx, func(done, total int64) {
		const megabyte = 1 << 20
		j.errs.progress(doingPlacesCheck, int(done/megabyte), int(total/megabyte))
	})
	if err != nil {
		return err
	}
	for _, broken := range report.Broken {
		j.errs.say("%s", broken)
	}
	if more := report.Damaged - len(report.Broken); more > 0 {
		j.errs.say(msgPlacesMore, more)
	}
	if report.Damaged > 0 && !c.Part {
		return fmt.Errorf(msgPlacesBad, report.Damaged, report.Places)
	}
	if err := project.Join(); err != nil {
		return err
	}
	err = input.Load(j.ctx, store, project.Annotator().ID, func(done, total int) {
		j.errs.progress(doingPlaces, done, total)
	})
	j.errs.clear()
	if err != nil {
		return err
	}
	j.out.say(msgPlacesIn, c.Project, report.Places, report.Source.Key, report.Left, report.Damaged)
	j.out.say(msgPlacesLicence, report.Source.Name, report.Source.Licence, report.Source.URL)
	if report.Damaged > 0 {
		return exit(failed)
	}
	return nil
}

// placesFind looks a place up.
type placesFind struct {
	Project   string   `arg:"" help:"${help_places_project}"`
	Query     []string `arg:"" help:"${help_places_query}"`
	Kind      string   `help:"${help_places_kind}"`
	Near      []string `help:"${help_places_near}" placeholder:"LAT/LON"`
	Beginning bool     `help:"${help_places_beginning}"`
	Limit     int      `default:"20" help:"${help_places_limit}"`
	JSON      bool     `name:"json" help:"${help_json}"`
}

// foundPlace is a match; its fields are those of --json.
type foundPlace struct {
	Source     string   `json:"source"`
	Key        string   `json:"key"`
	Kind       string   `json:"kind"`
	NameAr     string   `json:"name_ar"`
	NameEn     string   `json:"name_en"`
	Aliases    []string `json:"aliases"`
	Lat        *string  `json:"lat"` // null where not known
	Lon        *string  `json:"lon"`
	PCode      string   `json:"pcode"`
	Population int64    `json:"population"`
	Hierarchy  string   `json:"hierarchy"`
	UCDP       int      `json:"ucdp_where_prec"` // a suggestion; 0 for none
	ACLED      int      `json:"acled_geo_precision"`
}

// Run looks in the project's gazetteers and in the built-in list.
func (c *placesFind) Run(j *job) error {
	hint := gazetteer.Hint{Kind: c.Kind, Beginning: c.Beginning, Limit: c.Limit}
	for _, text := range c.Near {
		point, err := parsePoint(text)
		if err != nil {
			return usage{err}
		}
		hint.Near = append(hint.Near, point)
	}
	return withFinder(c.Project, func(finder *gazetteer.Finder) error {
		matches, err := finder.Find(strings.Join(c.Query, " "), hint)
		if err != nil {
			return err
		}
		if c.JSON {
			return j.writeJSON(foundPlaces(matches))
		}
		for _, m := range matches {
			j.out.say(msgPlace, m.Hierarchy("ar"), m.Name("en"), m.Kind, m.Lat, m.Lon, m.PCode, m.Source)
		}
		if len(matches) == 0 {
			return fmt.Errorf(msgNoPlace, strings.Join(c.Query, " "))
		}
		return nil
	})
}

func foundPlaces(matches []gazetteer.Match) []foundPlace {
	all := []foundPlace{}
	for _, m := range matches {
		p := foundPlace{
			Source: m.Source, Key: m.Key, Kind: m.Kind, NameAr: m.NameAr, NameEn: m.NameEn, Aliases: append([]string{}, m.Aliases...),
			PCode: m.PCode, Population: m.Population, Hierarchy: m.Hierarchy("ar"),
		}
		if m.Lat != "" {
			lat, lon := string(m.Lat), string(m.Lon)
			p.Lat, p.Lon = &lat, &lon
		}
		p.UCDP, p.ACLED = m.Precision()
		all = append(all, p)
	}
	return all
}

// parsePoint reads "34.69/40.83".
func parsePoint(text string) (gazetteer.Point, error) {
	first, second, _ := strings.Cut(text, "/")
	lat, err := strconv.ParseFloat(first, 64)
	lon, alsoErr := strconv.ParseFloat(second, 64)
	if err != nil || alsoErr != nil || lat < -90 || lat > 90 || lon < -180 || lon > 180 {
		return gazetteer.Point{}, fmt.Errorf(msgNoPoint, text)
	}
	return gazetteer.Point{Lat: lat, Lon: lon}, nil
}

// placesList tells which gazetteers there are.
type placesList struct {
	Project string `arg:"" help:"${help_places_project}"`
	JSON    bool   `name:"json" help:"${help_json}"`
}

// Run tells of each gazetteer, the built-in one too, and of its licence.
func (c *placesList) Run(j *job) error {
	return withFinder(c.Project, func(finder *gazetteer.Finder) error {
		licences, err := finder.Licences()
		if err != nil {
			return err
		}
		if c.JSON {
			return j.writeJSON(licences)
		}
		for _, l := range licences {
			j.out.say(msgPlaceSource, l.Source, l.Places, l.Name, l.Licence, l.URL)
		}
		return nil
	})
}

// withFinder opens a project for looking places up.
func withFinder(project string, do func(*gazetteer.Finder) error) error {
	builtIn, err := gazetteer.ParseList(assets.Places())
	if err != nil {
		return err
	}
	store, err := sqlite.Open(project, sqlite.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	return errors.Join(do(gazetteer.NewFinder(store, builtIn)), store.Close())
}
