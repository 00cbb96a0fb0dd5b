using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>Loads what search knows of some members from their profiles, whatever audience it is for.</summary>
internal static class ProfileTextReader
{
    public static async Task<IReadOnlyList<ProfileText>> Read(GildeDb db, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        var members = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id) && m.ActiveSince != null).ToListAsync(stop);
        var chosen = (await db.SectionAudiences.AsNoTracking().Where(s => ids.Contains(s.MemberId)).ToListAsync(stop)).ToDictionary(s => (s.MemberId, s.Section), s => s.Audience);
        var texts = members.ToDictionary(m => m.Id, m => new ProfileText(m, section => chosen.TryGetValue((m.Id, section), out var audience) ? audience : Sections.DefaultAudience(section)));

        foreach (var p in await Parts<Position>(db, ids, stop)) texts.GetValueOrDefault(p.MemberId)?.Add(p);
        foreach (var t in await Parts<Topic>(db, ids, stop)) texts.GetValueOrDefault(t.MemberId)?.Add(t);
        foreach (var e in await Parts<Education>(db, ids, stop)) texts.GetValueOrDefault(e.MemberId)?.Add(e);
        foreach (var c in await Parts<Credential>(db, ids, stop)) texts.GetValueOrDefault(c.MemberId)?.Add(c);
        foreach (var l in await Parts<SpokenLanguage>(db, ids, stop)) texts.GetValueOrDefault(l.MemberId)?.Add(l);
        foreach (var w in await Parts<Website>(db, ids, stop)) texts.GetValueOrDefault(w.MemberId)?.Add(w);
        return [.. texts.Values];
    }

    private static Task<List<T>> Parts<T>(GildeDb db, IReadOnlyCollection<long> ids, CancellationToken stop) where T : class, IProfilePart =>
        db.Set<T>().AsNoTracking().Where(p => ids.Contains(p.MemberId)).ToListAsync(stop);
}
