using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Gilde.Web.Profiles.Editing;

public enum EntrySaving { Saved, Gone, Full, Twice }

/// <summary>Adds, changes, removes, brings back and orders the entries of one's own sections.</summary>
public sealed class EntryEdits(GildeDb db, IClock clock)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="id">The entry to change; null adds one.</param>
    public async Task<EntrySaving> Save(Viewer viewer, EntryKind kind, long? id, IReadOnlyDictionary<string, string> values, Audience audience, CancellationToken stop)
    {
        try
        {
            return await db.Alone(async () =>
            {
                var entry = id is null ? kind.New(viewer.Id) : await kind.Find(db, viewer.Id, id.Value, stop);
                if (entry is null) return EntrySaving.Gone;
                if (id is null && (await kind.List(db, viewer.Id, stop)).Count >= kind.Limit) return EntrySaving.Full;
                kind.Write(entry, values);
                if (id is null) db.Add(entry);
                await db.ShowSectionTo(viewer, kind.Section, audience, stop);
                await db.SaveProfile(clock, viewer, stop);
                return EntrySaving.Saved;
            }, stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            return EntrySaving.Twice;
        }
    }

    public Task ShowTo(Viewer viewer, ProfileSection section, Audience audience, CancellationToken stop) => db.Atomically(async () =>
    {
        await db.ShowSectionTo(viewer, section, audience, stop);
        await db.SaveProfile(clock, viewer, stop);
        return 0;
    }, stop);

    /// <summary>Takes an entry away and keeps it for a day; null if it is not there.</summary>
    public Task<RemovedEntry?> Remove(Viewer viewer, EntryKind kind, long id, CancellationToken stop) => db.Atomically(async () =>
    {
        if (await kind.Find(db, viewer.Id, id, stop) is not { } entry) return null;
        var now = clock.GetCurrentInstant();
        await db.RemovedEntries.Where(r => r.MemberId == viewer.Id && r.At < now - RemovedEntry.Kept).ExecuteDeleteAsync(stop);
        var removed = new RemovedEntry
        {
            MemberId = viewer.Id, Section = kind.Section, Rank = entry.Rank, At = now,
            Content = JsonSerializer.Serialize(kind.Read(entry), Compact),
        };
        db.Remove(entry);
        db.Add(removed);
        await db.SaveProfile(clock, viewer, stop);
        return removed;
    }, stop);

    /// <summary>Brings a removed entry back; null if it is no longer kept. Which section it went to.</summary>
    public async Task<(ProfileSection Section, EntrySaving Outcome)?> Restore(Viewer viewer, long removedId, CancellationToken stop)
    {
        var oldest = clock.GetCurrentInstant() - RemovedEntry.Kept;
        var removed = await db.RemovedEntries.SingleOrDefaultAsync(r => r.Id == removedId && r.MemberId == viewer.Id && r.At >= oldest, stop);
        if (removed is null || EntryKinds.Of(removed.Section) is not { } kind) return null;
        try
        {
            return await db.Alone(async () =>
            {
                if ((await kind.List(db, viewer.Id, stop)).Count >= kind.Limit) return (removed.Section, EntrySaving.Full);
                var entry = kind.New(viewer.Id);
                kind.Write(entry, JsonSerializer.Deserialize<Dictionary<string, string>>(removed.Content)!);
                entry.Rank = removed.Rank;
                db.Add(entry);
                db.Entry(removed).State = EntityState.Deleted;
                await db.SaveProfile(clock, viewer, stop);
                return (removed.Section, EntrySaving.Saved);
            }, stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            return (removed.Section, EntrySaving.Twice);
        }
    }

    /// <summary>Moves an entry one place up or down; from then on the owner's order counts, not the dates.</summary>
    public Task<bool> Move(Viewer viewer, EntryKind kind, long id, bool up, CancellationToken stop) => db.Alone(async () =>
    {
        var entries = (await kind.List(db, viewer.Id, stop)).ToList();
        var from = entries.FindIndex(e => e.Id == id);
        if (from < 0) return false;
        var to = Math.Clamp(from + (up ? -1 : 1), 0, entries.Count - 1);
        (entries[from], entries[to]) = (entries[to], entries[from]);
        for (var i = 0; i < entries.Count; i++) entries[i].Rank = i + 1;
        await db.SaveProfile(clock, viewer, stop);
        return true;
    }, stop);
}
