namespace Gilde.Web.Profiles;

/// <summary>What would make one's own profile more useful to others: one thing at a time, the most useful first, each until it is done or dismissed.</summary>
internal static class ProfileHints
{
    private sealed record Rule(string Name, Func<ProfileView, bool> Lacks, Func<Texts, ProfileHint> Hint);

    private static readonly Rule[] Rules =
    [
        new(DismissedHint.Headline, p => p.Headline.Length == 0, t => new("headline", t["One line on what you do helps others to place you."], t["Write a headline"], "/settings/profile/name", "name")),
        new(DismissedHint.Picture, p => p.Picture is null, t => new("picture", t["With a picture people recognise you when they meet you."], t["Add a picture"], "/settings/profile/picture")),
        new("positions", p => p.Positions.Count == 0, t => new("positions", t["Where do you work now? Colleagues and partners look for you by your firm."], t["Add a position"], "/settings/profile/positions/new", "positions")),
        new("skills", p => p.Skills.Count == 0, t => new("skills", t["Say what you can do, and those who need it find you."], t["Add skills"], "/settings/profile/skills", "skills")),
        new("offers", p => p.Offers.Count == 0, t => new("offers", t["What could you help others with? One hand washes the other."], t["Say what you offer"], "/settings/profile/offers", "offers")),
        new("seeks", p => p.Seeks.Count == 0, t => new("seeks", t["Tell the network what you are looking for: somebody may know somebody."], t["Say what you seek"], "/settings/profile/seeks", "seeks")),
        new("about", p => p.About.Length == 0, t => new("about", t["A few sentences about you make the first message easier for others."], t["Write about yourself"], "/settings/profile/about", "about")),
        new("place", p => p.IsEmpty(ProfileSection.Place), t => new("place", t["Say where you are, and people nearby find you."], t["Add your place"], "/settings/profile/place", "place")),
    ];

    /// <summary>The next hint, or null where nothing is left to say.</summary>
    public static async Task<ProfileHint?> Next(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        var open = Rules.Where(r => r.Lacks(profile)).ToList();
        if (open.Count == 0) return null;
        var dismissed = await db.DismissedHints.Where(h => h.MemberId == viewer.Id).Select(h => h.Hint).ToListAsync(stop);
        return open.FirstOrDefault(r => !dismissed.Contains(r.Name))?.Hint(viewer.T);
    }

    public static bool Exists(string name) => Rules.Any(r => r.Name == name);
}
