using System.Text;
using Gilde.Web.Formats;
using Gilde.Web.Imports.LinkedIn;
using Xunit;

namespace Gilde.Web.Tests.Imports.LinkedIn;

public class LinkedInArchiveReaderTests
{
    [Fact]
    public void Reads_the_profile()
    {
        var profile = Archives.Read(Archives.Full).Archive!.Profile!;

        Assert.Equal(("Dana", "Çelik", "Einkäuferin für Drähte"), (profile.FirstName, profile.LastName, profile.Headline));
        Assert.Equal("Erste Zeile\nzweite Zeile", profile.Summary);
        Assert.Equal(PartialDate.Of(null, 8, 2), profile.Birthday);
        Assert.Equal("Hagen, Nordrhein-Westfalen, Deutschland", profile.Place);
        Assert.Equal(["https://celik.example", "https://draht.example/dana"], profile.Websites);
    }

    [Fact]
    public void Reads_positions_education_skills_and_languages_with_columns_in_any_order()
    {
        var archive = Archives.Read(Archives.Full).Archive!;

        Assert.Equal(
            [
                new LinkedInPosition("Drahtwerk Hagen", "Einkäuferin", "Drähte,\nLitzen", "Hagen", PartialDate.Of(2019, 3), null),
                new LinkedInPosition("Rohr & Co.", "Sachbearbeiterin", null, "Solingen", PartialDate.Of(2012), PartialDate.Of(2019, 2)),
                new LinkedInPosition("Kabel AG", "Praktikantin", null, null, PartialDate.Of(2011), null),
            ],
            archive.Positions);
        Assert.Equal(
            [new LinkedInEducation("FH Südwestfalen", "Bachelor of Engineering", "Werkstofftechnik", "Fachschaft", PartialDate.Of(2008), PartialDate.Of(2012))],
            archive.Education);
        Assert.Equal(["Drahtziehen", "Einkauf"], archive.Skills);
        Assert.Equal(
            [new LinkedInLanguage("Deutsch", "Native or bilingual proficiency"), new LinkedInLanguage("Türkisch", "Limited working proficiency")],
            archive.Languages);
    }

    [Fact]
    public void Reads_connections_below_their_notes()
    {
        var archive = Archives.Read(Archives.Full).Archive!;

        Assert.Equal(
            [
                new LinkedInConnection("Anna", "Bader", "https://www.linkedin.com/in/anna-bader", "anna@rohr.example", "Rohr & Co., Solingen", "Einkäuferin", PartialDate.Of(2021, 3, 12)),
                new LinkedInConnection("Ben", "Öztürk", "https://www.linkedin.com/in/ben-oeztuerk", null, "Drahtwerk Hagen", "Leiter Zieherei und Glüherei", PartialDate.Of(2019, 1, 3)),
                new LinkedInConnection("Cem", "Yıldız", null, null, null, null, null),
            ],
            archive.Connections);
    }

    [Fact]
    public void Counts_letters_one_to_one_and_finds_out_whose_archive_it_is()
    {
        var archive = Archives.Read(Archives.Full).Archive!;

        Assert.Equal(
            [
                new LinkedInCorrespondence("Anna Bader", "https://www.linkedin.com/in/anna-bader", 2, 1, Instant.FromUtc(2021, 3, 13, 8, 0)),
                new LinkedInCorrespondence("Ben Öztürk", "https://www.linkedin.com/in/ben-oeztuerk", 0, 1, Instant.FromUtc(2020, 1, 1, 0, 0)),
            ],
            archive.Correspondence);
    }

    [Fact]
    public void Names_the_row_of_every_problem()
    {
        var reading = Archives.Read(Archives.Full);

        Assert.Equal(
            [
                ("Positions.csv", 5, "The end {0} lies before the start {1} and was left out.", "2009|2011"),
                ("Positions.csv", 6, "The row names neither a company nor a title and was left out.", ""),
                ("Connections.csv", 8, "The row names nobody and was left out.", ""),
                ("Connections.csv", 9, "“{0}” is not an e-mail address.", "not-an-address"),
                ("Connections.csv", 9, "“{0}” is not a date.", "some day"),
            ],
            reading.Problems.Select(p => (p.File, (int)p.Row, p.Message, string.Join('|', p.Args))));
    }

    [Fact]
    public void Any_file_may_be_missing_and_all_may_lie_in_a_folder()
    {
        var reading = Archives.Read(
            ("__MACOSX/Basic/._Skills.csv", "\0\0"), ("Basic_LinkedInDataExport_03-12-2024/skills.CSV", Archives.Skills));

        Assert.Null(reading.Fault);
        Assert.Equal(["Drahtziehen", "Einkauf"], reading.Archive!.Skills);
        Assert.Null(reading.Archive.Profile);
        Assert.Empty(reading.Archive.Connections);
    }

    [Fact]
    public void A_file_with_a_wrong_header_is_said_and_the_others_read()
    {
        var reading = Archives.Read(("Positions.csv", "Firma,Rolle\nA,B\n"), ("Skills.csv", Archives.Skills));

        Assert.Equal(2, reading.Archive!.Skills.Count);
        Assert.Equal(("Positions.csv", 1L), reading.Problems.Select(p => (p.File, p.Row)).Single());
    }

    [Theory]
    [InlineData(Archives.Connections, 3, 0, 0)]
    [InlineData(Archives.Positions, 0, 3, 0)]
    [InlineData(Archives.Skills, 0, 0, 2)]
    public void A_single_file_is_known_by_its_header(string text, int connections, int positions, int skills)
    {
        var reading = LinkedInArchiveReader.ReadCsv(new MemoryStream(Encoding.UTF8.GetBytes("\uFEFF" + text)), "export.csv");

        Assert.Equal(
            (connections, positions, skills),
            (reading.Archive!.Connections.Count, reading.Archive.Positions.Count, reading.Archive.Skills.Count));
    }

    [Fact]
    public void A_single_file_of_something_else_is_refused()
    {
        var reading = LinkedInArchiveReader.ReadCsv(new MemoryStream("Name,Preis\nDraht,3\n"u8.ToArray()), "export.csv");

        Assert.Equal(ArchiveFault.NothingKnown, reading.Fault);
        Assert.Null(reading.Archive);
    }

    [Fact]
    public void An_over_long_cell_is_left_out_and_never_cut()
    {
        var reading = Archives.Read(("Skills.csv", $"Name\n{new string('x', 201)}\nEinkauf\n"));

        Assert.Equal(["Einkauf"], reading.Archive!.Skills);
        Assert.Equal("{0} is longer than {1} characters and was left out.", Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public void Fifty_thousand_connections_are_read_and_the_rest_is_said()
    {
        var rows = string.Concat(Enumerable.Range(0, 50_001).Select(i => $"Anna{i},Bader,,,,,2021\n"));

        var reading = Archives.Read(("Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + rows));

        Assert.Equal(50_000, reading.Archive!.Connections.Count);
        Assert.Equal("The file has more than {0} rows. The rest was left out.", Assert.Single(reading.Problems).Message);
    }
}
