using Gilde.Web.Profiles;
using Gilde.Web.Profiles.Editing;

namespace Gilde.Web.Imports;

/// <summary>Parts of a profile that a member may take from a file.</summary>
public enum ProfilePiece { Headline, About, Place, Websites, Positions, Education, Skills, Languages }

/// <summary>Fills the viewer's profile with what they chose. What stands there already is never added twice.</summary>
public sealed class FillProfile(GildeDb db, IClock clock)
{
    /// <summary>As many as the form for skills takes.</summary>
    private const int MostSkills = 50;

    /// <summary>Of what a file brings that which the profile lacks, as far as there is room.</summary>
    public async Task<ImportContent> News(Viewer viewer, ImportContent content, CancellationToken stop = default)
    {
        var me = await db.Me(viewer, stop);
        var positions = await db.Positions.Where(p => p.MemberId == viewer.Id).ToListAsync(stop);
        var education = await db.Educations.Where(e => e.MemberId == viewer.Id).ToListAsync(stop);
        var websites = await db.Websites.Where(w => w.MemberId == viewer.Id).Select(w => w.Url).ToListAsync(stop);
        var languages = await db.SpokenLanguages.Where(l => l.MemberId == viewer.Id).Select(l => l.Code).ToListAsync(stop);
        var skills = await db.Topics.Where(t => t.MemberId == viewer.Id && t.Kind == TopicKind.Skill).Select(t => t.Text).ToListAsync(stop);
        return content with
        {
            Headline = content.Headline == me.Headline ? "" : content.Headline,
            About = content.About == me.About ? "" : content.About,
            Place = content.Place == me.Place && content.Country == me.Country ? "" : content.Place,
            Positions = [.. content.Positions.Where(p => p.Title.Length > 0 && p.Firm.Length > 0 && !positions.Exists(there => IsSame(there, p))).Take(Room(ProfileSection.Positions, positions.Count))],
            Education = [.. content.Education.Where(e => !education.Exists(there => IsSame(there, e))).Take(Room(ProfileSection.Education, education.Count))],
            Websites = [.. content.Websites.Except(websites).Take(Room(ProfileSection.Websites, websites.Count))],
            Languages = [.. content.Languages.Where(l => !languages.Contains(l.Code)).Take(Room(ProfileSection.Languages, languages.Count))],
            Skills = [.. content.Skills.Except(skills, StringComparer.OrdinalIgnoreCase).Take(Math.Max(0, MostSkills - skills.Count))],
        };
    }

    /// <summary>Texts that are empty now, so that taking them replaces nothing.</summary>
    public async Task<IReadOnlySet<ProfilePiece>> Empty(Viewer viewer, CancellationToken stop = default)
    {
        var me = await db.Me(viewer, stop);
        (ProfilePiece Piece, string Text)[] texts = [(ProfilePiece.Headline, me.Headline), (ProfilePiece.About, me.About), (ProfilePiece.Place, me.Place)];
        return texts.Where(t => t.Text.Length == 0).Select(t => t.Piece).ToHashSet();
    }

    /// <returns>How many things were added or changed.</returns>
    public async Task<int> Execute(Viewer viewer, ImportContent content, IReadOnlySet<ProfilePiece> pieces, CancellationToken stop = default)
    {
        var news = Only(await News(viewer, content, stop), pieces);
        var me = await db.Me(viewer, stop);
        if (news.Headline.Length > 0)
            me.Headline = news.Headline;
        if (news.About.Length > 0)
            me.About = news.About;
        if (news.Place.Length > 0)
            (me.Place, me.Country, me.Latitude, me.Longitude) = (news.Place, news.Country.Length > 0 ? news.Country : me.Country, null, null);
        db.AddRange(news.Positions.Select(p => new Position { MemberId = viewer.Id, Title = p.Title, Firm = p.Firm, Place = p.Place, Description = p.Description, From = p.From, To = p.To }));
        db.AddRange(news.Education.Select(e => new Education { MemberId = viewer.Id, School = e.School, Degree = e.Degree, From = e.From, To = e.To }));
        db.AddRange(news.Websites.Select(w => new Website { MemberId = viewer.Id, Url = w }));
        db.AddRange(news.Languages.Select(l => new SpokenLanguage { MemberId = viewer.Id, Code = l.Code, Level = l.Level }));
        db.AddRange(news.Skills.Select(s => new Topic { MemberId = viewer.Id, Kind = TopicKind.Skill, Text = s }));
        var count = Count(news);
        if (count > 0)
            await db.SaveProfile(clock, viewer, stop);
        return count;
    }

    private static ImportContent Only(ImportContent content, IReadOnlySet<ProfilePiece> pieces) => new()
    {
        Headline = pieces.Contains(ProfilePiece.Headline) ? content.Headline : "",
        About = pieces.Contains(ProfilePiece.About) ? content.About : "",
        Place = pieces.Contains(ProfilePiece.Place) ? content.Place : "",
        Country = content.Country,
        Websites = pieces.Contains(ProfilePiece.Websites) ? content.Websites : [],
        Positions = pieces.Contains(ProfilePiece.Positions) ? content.Positions : [],
        Education = pieces.Contains(ProfilePiece.Education) ? content.Education : [],
        Skills = pieces.Contains(ProfilePiece.Skills) ? content.Skills : [],
        Languages = pieces.Contains(ProfilePiece.Languages) ? content.Languages : [],
    };

    private static int Count(ImportContent news) =>
        new[] { news.Headline, news.About, news.Place }.Count(text => text.Length > 0)
        + news.Positions.Count + news.Education.Count + news.Websites.Count + news.Languages.Count + news.Skills.Count;

    private static int Room(ProfileSection section, int taken) => Math.Max(0, (EntryKinds.Of(section)?.Limit ?? 0) - taken);

    private static bool IsSame(Position there, ImportedPosition p) =>
        Equal(there.Firm, p.Firm) && Equal(there.Title, p.Title) && (there.From is null || p.From is null || there.From.Year == p.From.Year);

    private static bool IsSame(Education there, ImportedEducation e) => Equal(there.School, e.School) && Equal(there.Degree, e.Degree);

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
