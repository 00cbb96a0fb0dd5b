namespace Gilde.Web.Profiles;

/// <summary>Loads everything of one profile: a fixed number of short queries, whatever it holds.</summary>
internal static class ProfileSheetReader
{
    public static async Task<ProfileSheet> Read(GildeDb db, long id, CancellationToken stop)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == id, stop);
        var pictures = await db.Pictures.Where(p => p.Id == member.PictureId || p.Id == member.CoverId)
            .Select(p => new ProfilePicture(p.Id, p.Alternative)).ToListAsync(stop);
        var topics = await db.Topics.Where(t => t.MemberId == id).OrderBy(t => t.Id).Select(t => new { t.Kind, t.Text }).ToListAsync(stop);
        return new ProfileSheet(member)
        {
            Picture = pictures.Find(p => p.Id == member.PictureId),
            Cover = pictures.Find(p => p.Id == member.CoverId),
            Audiences = await Audiences(db, id, stop),
            Positions = EntryOrder.Of(await Entries<Position>(db, id, stop), p => p.From, p => p.To),
            Education = EntryOrder.Of(await Entries<Education>(db, id, stop), e => e.From, e => e.To),
            Credentials = EntryOrder.Of(await Entries<Credential>(db, id, stop), c => c.Awarded, c => c.Awarded),
            Languages = [.. (await Entries<SpokenLanguage>(db, id, stop)).OrderBy(l => l.Rank).ThenByDescending(l => l.Level).ThenBy(l => l.Id)],
            Websites = [.. (await Entries<Website>(db, id, stop)).OrderBy(w => w.Rank).ThenBy(w => w.Id)],
            Topics = topics.ToLookup(t => t.Kind, t => t.Text),
        };
    }

    public static async Task<IReadOnlyDictionary<ProfileSection, Audience>> Audiences(GildeDb db, long id, CancellationToken stop)
    {
        var chosen = await db.SectionAudiences.Where(s => s.MemberId == id).ToDictionaryAsync(s => s.Section, s => s.Audience, stop);
        return Enum.GetValues<ProfileSection>().ToDictionary(s => s, s => chosen.TryGetValue(s, out var audience) ? audience : Sections.DefaultAudience(s));
    }

    private static Task<List<T>> Entries<T>(GildeDb db, long id, CancellationToken stop) where T : class, IProfileEntry =>
        db.Set<T>().AsNoTracking().Where(e => e.MemberId == id).ToListAsync(stop);
}
