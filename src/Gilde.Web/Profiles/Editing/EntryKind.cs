using Gilde.Web.Formats;

namespace Gilde.Web.Profiles.Editing;

/// <summary>An entry as its owner sees it in the list that they edit.</summary>
public sealed record EntryLine(long Id, string Title, string Detail, string When);

/// <summary>How the entries of one section are listed, asked for and written. One object a section; <see cref="EntryKinds"/> knows them all.</summary>
public abstract class EntryKind(ProfileSection section, int limit)
{
    public ProfileSection Section => section;
    /// <summary>How many one member may have.</summary>
    public int Limit => limit;

    public abstract string NewTitle(Texts t);
    public abstract IReadOnlyList<EntryField> Fields(Texts t);
    public abstract Task<IReadOnlyList<IProfileEntry>> List(GildeDb db, long memberId, CancellationToken stop);
    public abstract Task<IProfileEntry?> Find(GildeDb db, long memberId, long id, CancellationToken stop);
    public abstract IProfileEntry New(long memberId);
    public abstract EntryLine Line(IProfileEntry entry, Texts t);
    /// <summary>The values of the form's fields.</summary>
    public abstract Dictionary<string, string> Read(IProfileEntry entry);
    /// <summary>Takes checked values over.</summary>
    public abstract void Write(IProfileEntry entry, IReadOnlyDictionary<string, string> values);
    /// <summary>What no single field can know, such as an end before its begin.</summary>
    public virtual void Check(FormReader form, Texts t) { }

    /// <summary>Reads and checks all fields of a posted form; the values are in <see cref="FormReader.Typed"/>.</summary>
    public FormReader Take(IFormCollection posted, Texts t)
    {
        var form = new FormReader(posted, t);
        foreach (var field in Fields(t)) TakeField(form, field, t);
        if (!form.Errors.Any) Check(form, t);
        return form;
    }

    private static void TakeField(FormReader form, EntryField field, Texts t)
    {
        switch (field.Type)
        {
            case EntryFieldType.Text:
                form.Block(field.Name, field.Max, field.Missing);
                break;
            case EntryFieldType.Date:
                form.Date(field.Name);
                break;
            case EntryFieldType.Choice:
                var chosen = form.Line(field.Name, field.Max);
                if (chosen.Length == 0 || !field.Options.Any(o => o.Value == chosen)) form.Errors.Add(field.Name, field.Missing ?? t["Please choose."]);
                break;
            case EntryFieldType.Address:
                var typed = form.Line(field.Name, field.Max, field.Missing);
                if (typed.Length > 0 && WebAddress.Read(typed) is { } address) form.Typed[field.Name] = address;
                else form.Errors.Add(field.Name, t["This is not a web address. Write for example www.example.org."]);
                break;
            default:
                form.Line(field.Name, field.Max, field.Missing);
                break;
        }
    }

    protected static PartialDate? Date(IReadOnlyDictionary<string, string> values, string field) =>
        values.TryGetValue(field, out var typed) && TypedDate.TryParse(typed, out var date) ? date : null;

    protected static void CheckOrder(FormReader form, Texts t)
    {
        if (Date(form.Typed, "from") is { } from && Date(form.Typed, "to") is { } to && (from.Year ?? 0, from.Month ?? 0) is var begin && (to.Year ?? 0, to.Month ?? 12) is var end && begin.CompareTo(end) > 0)
            form.Errors.Add("to", t["The end is before the start."]);
    }
}

/// <summary>The part that is the same for every table of entries.</summary>
public abstract class EntryKind<T>(ProfileSection section, int limit) : EntryKind(section, limit) where T : class, IProfileEntry
{
    public sealed override async Task<IReadOnlyList<IProfileEntry>> List(GildeDb db, long memberId, CancellationToken stop) =>
        Order(await db.Set<T>().Where(e => e.MemberId == memberId).ToListAsync(stop));

    public sealed override async Task<IProfileEntry?> Find(GildeDb db, long memberId, long id, CancellationToken stop) =>
        await db.Set<T>().SingleOrDefaultAsync(e => e.MemberId == memberId && e.Id == id, stop);

    public sealed override IProfileEntry New(long memberId) => Create(memberId);
    public sealed override EntryLine Line(IProfileEntry entry, Texts t) => Line((T)entry, t);
    public sealed override Dictionary<string, string> Read(IProfileEntry entry) => Read((T)entry);
    public sealed override void Write(IProfileEntry entry, IReadOnlyDictionary<string, string> values) => Write((T)entry, values);

    protected abstract IReadOnlyList<IProfileEntry> Order(List<T> entries);
    protected abstract T Create(long memberId);
    protected abstract EntryLine Line(T entry, Texts t);
    protected abstract Dictionary<string, string> Read(T entry);
    protected abstract void Write(T entry, IReadOnlyDictionary<string, string> values);
}
