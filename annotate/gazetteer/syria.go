package gazetteer

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"hashiya/model"
)

// syria reads the JSON files of Open-Syria's data-geography: arrays of
// governorates, districts, subdistricts and localities, in any order of files.
type syria struct {
	paths []string
	memory
}

func (s *syria) source() model.PlaceSource {
	return model.PlaceSource{
		Key: "open-syria", Name: "Open-Syria data-geography, from OCHA, GeoNames and Wikidata", Licence: "CC BY 4.0",
		URL: "https://github.com/Open-Syria/data-geography",
	}
}

// syriaUnit is one element of the files; which one, its parents tell.
type syriaUnit struct {
	ID          string `json:"id"`
	Governorate string `json:"governorateId"`
	District    string `json:"districtId"`
	Subdistrict string `json:"subdistrictId"`
	Name        syriaName
	Aliases     []struct{ Value string }
	Centroid    *syriaPoint
	Coordinates *syriaPoint
	Population  struct{ Value float64 }
	ExternalIDs struct{ OchaPcode string } `json:"externalIds"`

	file string
	line int
}

type syriaName struct{ En, Ar string }

type syriaPoint struct{ Latitude, Longitude json.Number }

// above returns the id of the unit that this one lies in.
func (u *syriaUnit) above() string {
	for _, id := range []string{u.Subdistrict, u.District, u.Governorate} {
		if id != "" {
			return id
		}
	}
	return ""
}

func (u *syriaUnit) level() int {
	switch {
	case u.Subdistrict != "":
		return settlementLevel
	case u.District != "":
		return 3
	case u.Governorate != "":
		return 2
	}
	return 1
}

func (u *syriaUnit) place() model.Place {
	p := model.Place{
		Key: u.ID, Level: u.level(), Kind: kindOfLevel(min(u.level(), settlementLevel)),
		NameAr: u.Name.Ar, NameEn: u.Name.En, PCode: u.ExternalIDs.OchaPcode,
	}
	if u.Population.Value > 0 && u.Population.Value < 1e10 {
		p.Population = int64(u.Population.Value)
	}
	if u.level() == settlementLevel {
		p.Level, p.Kind = model.NoLevel, settlement(p.Population)
	}
	for _, point := range []*syriaPoint{u.Centroid, u.Coordinates} {
		if point != nil && p.Lat == "" {
			p.Lat, p.Lon = model.Decimal(point.Latitude), model.Decimal(point.Longitude)
		}
	}
	for _, alias := range u.Aliases {
		p.Aliases = append(p.Aliases, alias.Value)
	}
	return p
}

func (s *syria) scan(ctx context.Context, report *Report, files *openFiles) error {
	byLevel := make([][]syriaUnit, settlementLevel+1)
	for i, path := range s.paths {
		err := s.read(ctx, i, path, report, files, func(u syriaUnit) {
			byLevel[u.level()] = append(byLevel[u.level()], u)
		})
		if err != nil {
			return err
		}
	}
	s.rows = nil
	numbers := map[string]int64{}
	for _, units := range byLevel {
		for i := range units {
			u := &units[i]
			p := u.place()
			p.Parent = numbers[u.above()]
			row, err := rowOf(p)
			switch {
			case err == nil && numbers[u.ID] != 0:
				err = fmt.Errorf("id %q stands in an earlier place too", u.ID)
			case err == nil && u.above() != "" && p.Parent == 0:
				err = fmt.Errorf("place %q lies in %q, which the files do not hold; name the file it is in too", u.ID, u.above())
			}
			if err != nil {
				report.broken(u.file, u.line, err)
				continue
			}
			if err := report.take(); err != nil {
				return err
			}
			s.rows = append(s.rows, row)
			numbers[u.ID] = int64(len(s.rows))
		}
	}
	return nil
}

// read hands the elements of one file over. An element of a wrong form is
// reported; JSON that breaks off ends the file's reading there.
func (s *syria) read(ctx context.Context, i int, path string, report *Report, files *openFiles, each func(syriaUnit)) error {
	file, err := files.open(i)
	if err != nil {
		return err
	}
	body, err := readWhole(file, path)
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	lines := lineCounter{body: body}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if first, err := d.Token(); err != nil || first != json.Delim('[') {
		return fmt.Errorf("%s: this is no JSON array of places; check the file", path)
	}
	for d.More() {
		if err := ctx.Err(); err != nil {
			return err
		}
		line := lines.at(d.InputOffset())
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			report.broken(path, line, fmt.Errorf("the rest of the file cannot be read: %w", err))
			return nil
		}
		u := syriaUnit{file: path, line: line}
		if err := json.Unmarshal(raw, &u); err != nil {
			report.broken(path, line, errors.New(strings.TrimPrefix(err.Error(), "json: ")))
			continue
		}
		each(u)
	}
	if _, err := d.Token(); err != nil {
		report.broken(path, lines.at(d.InputOffset()), errors.New("the file breaks off: its array has no end"))
	}
	return nil
}

// lineCounter tells the lines of rising offsets.
type lineCounter struct {
	body []byte
	from int
	line int
}

// at returns the line of the first letter at or behind an offset.
func (c *lineCounter) at(offset int64) int {
	to := int(offset)
	for to < len(c.body) && strings.IndexByte(" \t\r\n,", c.body[to]) >= 0 {
		to++
	}
	c.line += bytes.Count(c.body[c.from:to], []byte{'\n'})
	c.from = to
	return c.line + 1
}
