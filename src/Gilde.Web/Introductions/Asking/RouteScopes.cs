namespace Gilde.Web.Introductions.Asking;

/// <summary>Whether a route is still one, asked of the database itself at every hand-over.</summary>
internal static class RouteScopes
{
    /// <summary>
    /// Everybody on it is there and takes part, no two of them have blocked each other, each still knows the next, none of these contacts is hidden from the
    /// requester, and the target lets people from so far away ask.
    /// </summary>
    /// <param name="stops">The members of the route in their order, the target last; the requester is not among them.</param>
    public static async Task<bool> IsOpenRoute(this GildeDb db, long requester, IReadOnlyList<long> stops, CancellationToken stop)
    {
        long[] ids = [requester, .. stops];
        var members = await db.Members.Where(m => ids.Contains(m.Id) && m.ActiveSince != null && m.SuspendedAt == null).ToDictionaryAsync(m => m.Id, m => m.HidesContacts, stop);
        if (members.Count < ids.Length) return false;
        if (await db.Blocks.AnyAsync(b => ids.Contains(b.MemberId) && ids.Contains(b.BlockedId), stop)) return false;
        var choices = await db.IntroductionChoices.AsNoTracking().Where(c => ids.Contains(c.MemberId)).ToDictionaryAsync(c => c.MemberId, stop);
        if (choices.TryGetValue(stops[^1], out var target) && target.Askers.MostHops() < stops.Count) return false;

        var sides = (await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.OwnerId) && ids.Contains(c.OtherId)).ToListAsync(stop)).ToDictionary(c => (c.OwnerId, c.OtherId), c => c.Hidden);
        return Enumerable.Range(0, stops.Count).All(IsUsable);

        bool IsUsable(int edge)
        {
            var (one, two) = (ids[edge], ids[edge + 1]);
            if (!sides.TryGetValue((one, two), out var hidden) || !sides.TryGetValue((two, one), out var hiddenBack)) return false;
            // The requester's own contact is theirs to use, whatever the two have hidden from others.
            return edge == 0 || (!hidden && !hiddenBack && LetsContactsBeUsed(one) && LetsContactsBeUsed(two));
        }

        bool LetsContactsBeUsed(long member) => !members[member] && (!choices.TryGetValue(member, out var choice) || choice.TakesPart);
    }
}
