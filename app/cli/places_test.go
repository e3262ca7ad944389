package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"hashiya/annotate/gazetteer"
)

// runPlaces runs one of the commands on places as Main does.
func runPlaces(t *testing.T, args ...string) result {
	t.Helper()
	var g struct {
		Places placesCommand `cmd:"" help:"${help_places}"`
	}
	parser, err := kong.New(&g, kong.Vars{"help_json": help["help_json"]}.CloneWith(placesHelp), kong.Exit(func(int) { t.Fatal("kong wants to exit") }))
	if err != nil {
		t.Fatal(err)
	}
	command, err := parser.Parse(append([]string{"places"}, args...))
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	console := newConsole(&errs)
	status := console.conclude(command.Run(&job{ctx: context.Background(), out: &output{w: &out}, errs: console, as: "t", release: func() {}}))
	if strings.Contains(out.String()+errs.String(), "%!") {
		t.Errorf("places %q: a message is not formatted: %s%s", args, &out, &errs)
	}
	return result{status, out.String(), errs.String()}
}

func TestPlaces(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	table := write(t, "admin1Pcode,admin1Name_ar,admin1Name_en,lat,lon\nXX01,مأرب,Marib,15.4,45.3\nXX02,,,1,2\nXX03,حجة,Hajjah,15.7,43.6\n", folder, "t.csv")

	r := runPlaces(t, "import", path, table)
	if r.status != failed || !strings.Contains(r.err, "t.csv:3: place code XX02: it has no name") || !strings.Contains(r.err, "--part") || r.out != "" {
		t.Errorf("a broken row: %+v", r)
	}
	if r = runPlaces(t, "find", path, "مأرب"); r.status != failed || !strings.Contains(r.err, "no place") {
		t.Errorf("something is half-imported: %+v", r)
	}
	r = runPlaces(t, "import", path, table, "--part", "--source", "mine")
	if r.status != failed || !strings.Contains(r.out, "places: 2, as source mine") || !strings.Contains(r.out, "CC BY 3.0 IGO") {
		t.Errorf("the sound rows: %+v", r)
	}
	sound(t, path, 0)

	found := decode[[]foundPlace](t, runPlaces(t, "find", path, "بمحافظة", "مارب", "--json").out)
	if len(found) != 1 || found[0].PCode != "XX01" || *found[0].Lat != "15.4" || found[0].UCDP != 4 || found[0].ACLED != 3 || found[0].Source != "mine" {
		t.Errorf("%+v", found)
	}
	if found = decode[[]foundPlace](t, runPlaces(t, "find", path, "لا مكان", "--json").out); found == nil || len(found) != 0 {
		t.Errorf("%+v", found)
	}
	if r = runPlaces(t, "find", path, "هجين", "--near", "34.7/40.8"); r.status != done || !strings.HasPrefix(r.out, "هجين، ناحية هجين، دير الزور | Hajin | town | 34.69508 40.83138") {
		t.Errorf("a built-in place: %+v", r)
	}
	if r = runPlaces(t, "find", path, "هجين", "--near", "here"); r.status != misusage {
		t.Errorf("a wrong point: %+v", r)
	}
	licences := decode[[]gazetteer.Licence](t, runPlaces(t, "list", path, "--json").out)
	if len(licences) != 2 || licences[0].Source != "mine" || licences[0].Places != 2 || licences[1].Source != "samples" || licences[1].Licence == "" {
		t.Errorf("%+v", licences)
	}
	if r = runPlaces(t, "list", path); !strings.Contains(r.out, "mine: places: 2; ") {
		t.Errorf("%+v", r)
	}
}

func TestPlacesRefused(t *testing.T) {
	folder := place(t)
	path := project(t, folder)
	for want, args := range map[string][]string{
		"check the path": {path, filepath.Join(folder, "none.txt")},
		"not a file":     {path, folder},
		"no JSON array":  {path, write(t, "{}", folder, "a.json")},
		"hashiya new":    {filepath.Join(folder, "none"), write(t, "admin1Pcode,admin1Name_en\nA,B\n", folder, "t.csv")},
	} {
		if r := runPlaces(t, append([]string{"import"}, args...)...); r.status != failed || !strings.Contains(r.err, want) {
			t.Errorf("want %q: %+v", want, r)
		}
	}
}
