using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Profiles.Export;

/// <summary>A profile as a Markdown document.</summary>
public static class ProfileMarkdown
{
    public static string Of(ProfileView profile, Uri address, Texts t)
    {
        var text = new StringBuilder().Append("# ").AppendLine(Line(profile.Name));
        if (profile.Headline.Length > 0) text.AppendLine().AppendLine(Line(profile.Headline));
        if (profile.PlaceLine(t) is { Length: > 0 } place) text.AppendLine().AppendLine(Line(place));
        text.AppendLine().Append('<').Append(new Uri(address, "/@" + profile.Handle).AbsoluteUri).AppendLine(">");
        if (profile.About.Length > 0) Section(text, ProfileSection.About, t).AppendLine(profile.About);
        List(text, ProfileSection.Offers, profile.Offers.Select(Line), t);
        List(text, ProfileSection.Seeks, profile.Seeks.Select(Line), t);
        Positions(text, profile, t);
        List(text, ProfileSection.Education, profile.Education.Select(e => Entry(e.School, DateWords.Span(e.From, e.To, t), e.Degree, e.Field)), t);
        List(text, ProfileSection.Credentials, profile.Credentials.Select(c => Entry(c.Name, DateWords.Show(c.Awarded, t), c.Issuer)), t);
        List(text, ProfileSection.Skills, profile.Skills.Select(Line), t);
        List(text, ProfileSection.Languages, profile.Languages.Select(l => $"{CodedNames.In(t.Language).Language(l.Code)}: {SectionWords.Level(l.Level, t)}"), t);
        List(text, ProfileSection.Interests, profile.Interests.Select(Line), t);
        List(text, ProfileSection.Websites, profile.Websites.Select(w => w.Label.Length > 0 ? $"{Line(w.Label)}: <{w.Url}>" : $"<{w.Url}>"), t);
        return text.ToString();
    }

    private static void Positions(StringBuilder text, ProfileView profile, Texts t)
    {
        if (profile.Positions.Count == 0) return;
        Section(text, ProfileSection.Positions, t);
        foreach (var position in profile.Positions)
        {
            text.Append("### ").AppendLine(Line(position.Title)).AppendLine();
            text.AppendLine(Entry(position.Firm, DateWords.Span(position.From, position.To, t), position.Place)).AppendLine();
            if (position.Description.Length > 0) text.AppendLine(position.Description).AppendLine();
        }
    }

    private static void List(StringBuilder text, ProfileSection section, IEnumerable<string> lines, Texts t)
    {
        var list = lines.ToList();
        if (list.Count == 0) return;
        Section(text, section, t);
        foreach (var line in list) text.Append("- ").AppendLine(line);
    }

    private static StringBuilder Section(StringBuilder text, ProfileSection section, Texts t) =>
        text.AppendLine().Append("## ").AppendLine(SectionWords.Title(section, t)).AppendLine();

    private static string Entry(string name, string when, params string[] details)
    {
        var detail = string.Join(", ", details.Where(d => d.Length > 0).Select(Line));
        return $"**{Line(name)}**{(detail.Length > 0 ? ", " + detail : "")}{(when.Length > 0 ? $" ({when})" : "")}";
    }

    private static string Line(string words) => MarkdownLine.Of(words);
}
