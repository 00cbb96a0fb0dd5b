namespace Gilde.Web.Notifications;

/// <summary>For whom something waits until their next digest, and when that is.</summary>
internal static class DigestTurns
{
    /// <summary>A turn for each of these members who has none yet. Those that are there are held fast, so that none is sent and gone meanwhile.</summary>
    public static async Task Add(GildeDb db, Wishes wishes, IEnumerable<long> members, DigestPeriod period, Instant now, CancellationToken stop)
    {
        var waiting = members.Distinct().ToList();
        if (waiting.Count == 0) return;
        var there = db.DigestTurns.Where(t => t.Period == period && waiting.Contains(t.MemberId));
        if (db.IsPostgres) await there.ExecuteUpdateAsync(u => u.SetProperty(t => t.DueAt, t => t.DueAt), stop);
        var have = await there.Select(t => t.MemberId).ToListAsync(stop);
        foreach (var member in waiting.Except(have)) await Begin(db, member, period, wishes.NextDigest(member, period, now), stop);
    }

    /// <summary>Another reader of the log may do so at the same moment.</summary>
    private static Task Begin(GildeDb db, long member, DigestPeriod period, Instant due, CancellationToken stop)
    {
        object at = db.IsPostgres ? due.ToDateTimeUtc() : due.ToUnixTimeTicks() / 10;
        return db.Database.ExecuteSqlAsync($"INSERT INTO digest_turns (member_id, period, due_at) VALUES ({member}, {(int)period}, {at}) ON CONFLICT (member_id, period) DO UPDATE SET due_at = digest_turns.due_at", stop);
    }

    /// <summary>Reckons the turns of these members anew: their hours or their zone may have changed.</summary>
    public static async Task Reckon(GildeDb db, Instant now, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var turns = await db.DigestTurns.Where(t => members.Contains(t.MemberId) && t.DueAt > now).ToListAsync(stop);
        if (turns.Count == 0) return;
        var wishes = await Wishes.Load(db, turns.Select(t => t.MemberId).Distinct().ToList(), stop);
        foreach (var turn in turns) turn.DueAt = wishes.NextDigest(turn.MemberId, turn.Period, now);
    }
}
