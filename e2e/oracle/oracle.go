// Package oracle holds what launch resolves against BuildKit's own converter,
// dockerfile2llb: the same Dockerfile, the same base images, stage by stage.
package oracle

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/containerd/platforms"
	"github.com/distribution/reference"
	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/solver/pb"
	dockerspec "github.com/moby/docker-image-spec/specs-go/v1"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// Registry is a set of base images both sides know, by familiar name; "*"
// stands for every other.
type Registry map[string]launch.Config

// Config implements [launch.Images].
func (r Registry) Config(ref string) (launch.Config, bool) {
	name, tag := split(ref)
	c, ok := r[name]
	if !ok {
		c, ok = r["*"]
	}
	if tag != "" {
		c.User = "of-tag-" + tag // so that a wrong tag makes a difference
	}
	return c, ok
}

// split returns the familiar name and the tag of a reference.
func split(ref string) (name, tag string) {
	named, err := reference.ParseNormalizedNamed(ref)
	if err != nil {
		return ref, ""
	}
	if tagged, ok := named.(reference.Tagged); ok && tagged.Tag() != "latest" { // BuildKit adds latest
		tag = tagged.Tag()
	}
	return reference.FamiliarName(named), tag
}

// ResolveImageConfig implements BuildKit's ImageMetaResolver.
func (r Registry) ResolveImageConfig(_ context.Context, ref string, opt sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	c, ok := r.Config(ref)
	if !ok {
		return "", "", nil, fmt.Errorf("%w %s", errNoImage, ref)
	}
	img := dockerspec.DockerOCIImage{}
	img.Platform = ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	if opt.ImageOpt != nil && opt.ImageOpt.Platform != nil {
		img.Platform = *opt.ImageOpt.Platform
	}
	if c.OS != "" {
		img.OS = c.OS
	}
	img.Config.Entrypoint, img.Config.Cmd, img.Config.Shell = c.Entrypoint, c.Cmd, c.Shell
	img.Config.User, img.Config.WorkingDir, img.Config.StopSignal = c.User, c.WorkingDir, c.StopSignal
	img.Config.OnBuild = c.OnBuild
	for _, name := range c.Env {
		img.Config.Env = append(img.Config.Env, name+"=of the image")
	}
	if c.Healthcheck != nil {
		img.Config.Healthcheck = &dockerspec.HealthcheckConfig{Test: c.Healthcheck}
	}
	data, err := json.Marshal(img)
	return ref, digest.FromBytes(data), data, err
}

var errNoImage = errors.New("no image")

// Outcome is what a comparison of one file came to.
type Outcome struct {
	Stages, Values, Unknown int // compared; values launch does not claim to know
	Refused                 int // stages BuildKit refuses to convert, files it refuses to read
	NoImage                 int // stages on an image that the registry has not
	Differences             []string
}

// Compare resolves every stage of a Dockerfile on both sides.
func Compare(dockerfile []byte, images Registry) Outcome {
	var out Outcome
	f, err := parser.Parse("Dockerfile", dockerfile)
	if refused := read(dockerfile); (refused != nil) != (err != nil) && !refusedByUs(err) {
		out.Differences = append(out.Differences, fmt.Sprintf("parser says %v, BuildKit %v", err, refused))
	}
	if err != nil {
		out.Refused++
		return out
	}
	for i, l := range launch.Of(f, nil, images) {
		upTo := len(dockerfile) // BuildKit finds targets by name only: the stage is made the last one
		if i+1 < len(f.Stages) {
			upTo = f.Stages[i+1].From.Span.Start
		}
		want, err := convert(dockerfile[:upTo], images)
		switch {
		case errors.Is(err, errNoImage):
			out.NoImage++
			continue
		case err != nil:
			out.Refused++
			continue
		}
		out.Stages++
		out.compare(i, l, want.Config)
	}
	return out
}

// read lets BuildKit read a Dockerfile, as far as that needs no images.
func read(dockerfile []byte) error {
	res, err := buildkit.Parse(bytes.NewReader(dockerfile))
	if err != nil {
		return err
	}
	stages, _, err := instructions.Parse(res.AST, linter.New(&linter.Config{}))
	if err == nil && len(stages) == 0 {
		err = parser.ErrNoStage
	}
	return err
}

// refusedByUs reports whether the parser refuses what BuildKit reads.
func refusedByUs(err error) bool {
	return errors.Is(err, parser.ErrNotText) || errors.Is(err, parser.ErrTooDeep)
}

func convert(dockerfile []byte, images Registry) (*dockerspec.DockerOCIImage, error) {
	p := platforms.MustParse("linux/amd64")
	caps := pb.Caps.CapSet(pb.Caps.All())
	res, err := dockerfile2llb.Dockerfile2LLB(context.Background(), dockerfile, dockerfile2llb.ConvertOpt{
		TargetPlatform: &p,
		MetaResolver:   images,
		LLBCaps:        &caps,
		MainContext:    new(llb.Scratch()),
	})
	if err != nil {
		return nil, err
	}
	return res.Image, nil
}

func (out *Outcome) compare(stage int, l *launch.Launch, want dockerspec.DockerOCIImageConfig) {
	check := func(field string, known bool, got, want any) {
		if !known {
			out.Unknown++
			return
		}
		out.Values++
		if !reflect.DeepEqual(got, want) {
			out.Differences = append(out.Differences, fmt.Sprintf("stage %d %s: launch %q, BuildKit %q", stage, field, got, want))
		}
	}
	check("entrypoint", l.Entrypoint.Known, orEmpty(l.Entrypoint.V), orEmpty(want.Entrypoint))
	check("cmd", l.Cmd.Known, orEmpty(l.Cmd.V), orEmpty(want.Cmd))
	if len(want.Shell) > 0 || !l.Shell.Origin.Default() {
		check("shell", l.Shell.Known, orEmpty(l.Shell.V), orEmpty(want.Shell))
	}
	check("stop signal", l.StopSignal.Known, l.StopSignal.V, want.StopSignal)
	check("user", l.User.Known, l.User.V, want.User)
	dir := want.WorkingDir
	if dir == "" {
		dir = "/"
	}
	check("working directory", l.WorkingDir.Known, l.WorkingDir.V, dir)
	test := []string{}
	if want.Healthcheck != nil {
		test = orEmpty(want.Healthcheck.Test)
	}
	check("health check", l.Health.Known, health(l), test)
	check("onbuild", true, triggers(l), trimmed(want.OnBuild))
}

func health(l *launch.Launch) []string {
	if l.Health.V == nil {
		return []string{}
	}
	return orEmpty(l.Health.V.Test)
}

func triggers(l *launch.Launch) []string {
	all := []string{}
	for _, inst := range l.OnBuild {
		all = append(all, inst.Trigger.Logical.Text)
	}
	return all
}

func orEmpty(words []string) []string {
	if words == nil {
		return []string{}
	}
	return slices.Clone(words)
}

// trimmed takes off the blanks and here-documents that BuildKit keeps behind a
// trigger.
func trimmed(words []string) []string {
	all := []string{}
	for _, w := range words {
		w, _, _ = strings.Cut(w, "\n")
		all = append(all, strings.TrimSpace(w))
	}
	return all
}
