using System.Text.Json.Nodes;
using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

public class JsonResumeTests
{
    [Fact]
    public void Writes_the_names_and_dates_of_the_schema_and_leaves_out_what_is_unknown()
    {
        var resume = new JsonResume
        {
            Basics = new ResumeBasics("Anna Müller", Label: "Leiterin Einkauf", Location: new ResumeLocation(City: "Hagen", CountryCode: "DE")),
            Work = [new ResumeWork("Drahtwerk Hagen", Position: "Einkäuferin", StartDate: PartialDate.Of(2019, 4))],
            Education = [new ResumeEducation("FH Südwestfalen", Area: "Werkstofftechnik", EndDate: PartialDate.Of(2012))],
            Languages = [new ResumeLanguage("Deutsch", "Muttersprache")],
            Meta = new ResumeMeta("https://gilde.example/@anna"),
        };

        var json = JsonNode.Parse(resume.ToJson())!.AsObject();

        Assert.EndsWith("/v1.0.0/schema.json", (string)json["$schema"]!);
        Assert.Equal("Anna Müller", (string)json["basics"]!["name"]!);
        Assert.Equal("DE", (string)json["basics"]!["location"]!["countryCode"]!);
        Assert.False(json["basics"]!.AsObject().ContainsKey("email"));
        Assert.Equal("2019-04", (string)json["work"]![0]!["startDate"]!);
        Assert.False(json["work"]![0]!.AsObject().ContainsKey("endDate"));
        Assert.Equal("2012", (string)json["education"]![0]!["endDate"]!);
        Assert.Equal("v1.0.0", (string)json["meta"]!["version"]!);
        Assert.Contains("Müller", resume.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("<", (resume with { Basics = new ResumeBasics("</script>") }).ToJson(), StringComparison.Ordinal);
    }
}
