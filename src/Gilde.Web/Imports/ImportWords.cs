using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Imports;

/// <summary>What became of a file, and what is in it, in words.</summary>
internal static class ImportWords
{
    private const int Named = 4;

    public static string Why(StageOutcome outcome, Texts t) => outcome switch
    {
        StageOutcome.Staged => "",
        StageOutcome.NoFile => t["Please choose a file."],
        StageOutcome.Damaged => t["The archive is damaged. Please download it again and upload it unchanged."],
        StageOutcome.Encrypted => t["The archive is protected with a password. Please save it without one."],
        StageOutcome.TooLarge => t["The file is larger than what can be read here. Upload only the part with your connections, for example Connections.csv."],
        StageOutcome.UnsafePath => t["The archive names files outside its own folder and was refused."],
        StageOutcome.Unknown => t["This is neither a LinkedIn archive (.zip or .csv) nor an address book (.vcf)."],
        StageOutcome.Empty => t["Nothing in this file can be taken over."],
    };

    public static string Problem(RowProblem problem, Texts t)
    {
        var sentence = t[problem.Message, [.. problem.Args]];
        return problem.Row > 0 ? t["{0}, line {1}: {2}", problem.File, problem.Row, sentence] : $"{problem.File}: {sentence}";
    }

    /// <summary>The pieces that a file brings, each with what it holds; empty where the profile has all of it already.</summary>
    public static IReadOnlyList<(ProfilePiece Piece, string Label, string News)> Pieces(ImportContent content, ImportContent news, Texts t) =>
        [.. All(content, news, t).Where(p => p.IsBrought).Select(p => (p.Piece, p.Label, p.News))];

    private static IEnumerable<(ProfilePiece Piece, bool IsBrought, string Label, string News)> All(ImportContent content, ImportContent news, Texts t)
    {
        yield return (ProfilePiece.Headline, content.Headline.Length > 0, t["Headline"], Quoted(news.Headline, t));
        yield return (ProfilePiece.About, content.About.Length > 0, t["About me"], Quoted(news.About, t));
        yield return (ProfilePiece.Place, content.Place.Length > 0, t["Place"], news.Place);
        yield return (ProfilePiece.Positions, content.Positions.Count > 0, t.Count(Shown(news.Positions.Count, content.Positions.Count), "{0} position", "{0} positions"),
            Some(news.Positions, p => $"{p.Title}, {p.Firm}{When(p.From, p.To, t)}", t));
        yield return (ProfilePiece.Education, content.Education.Count > 0, t["Education"], Some(news.Education, e => e.School + When(e.From, e.To, t), t));
        yield return (ProfilePiece.Skills, content.Skills.Count > 0, t.Count(Shown(news.Skills.Count, content.Skills.Count), "{0} skill", "{0} skills"), Some(news.Skills, s => s, t));
        yield return (ProfilePiece.Languages, content.Languages.Count > 0, t.Count(Shown(news.Languages.Count, content.Languages.Count), "{0} language", "{0} languages"),
            Some(news.Languages, l => $"{CodedNames.In(t.Language).Language(l.Code)} ({SectionWords.Level(l.Level, t)})", t));
        yield return (ProfilePiece.Websites, content.Websites.Count > 0, t["Websites"], Some(news.Websites, w => w, t));
    }

    /// <summary>So many are new; where none is, so many there are.</summary>
    private static int Shown(int news, int all) => news > 0 ? news : all;

    private static string Quoted(string text, Texts t) => text.Length switch
    {
        0 => "",
        > 160 => t["“{0}”", VisibleText.Cut(text, 160).TrimEnd() + "…"],
        _ => t["“{0}”", text],
    };

    private static string When(PartialDate? from, PartialDate? to, Texts t) => from is null && to is null ? "" : $" ({DateWords.Span(from, to, t)})";

    private static string Some<T>(IReadOnlyList<T> items, Func<T, string> words, Texts t)
    {
        var named = string.Join("; ", items.Take(Named).Select(words));
        return items.Count <= Named ? named : t["{0} and {1} more", named, items.Count - Named];
    }
}
