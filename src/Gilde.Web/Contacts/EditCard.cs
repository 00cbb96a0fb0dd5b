using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <param name="ToContacts">Also release a new field to everybody who is a contact already.</param>
public sealed record CardFieldInput(string? Label, string? Value, bool ByDefault, bool ToContacts);

public enum CardEdit { Done, NotFound, Invalid }

public sealed record CardEditResult(CardEdit Outcome, FieldErrors? Errors = null);

/// <summary>Changes the viewer's own card. Whoever has got a field sees its new value from then on.</summary>
public sealed class EditCard(GildeDb db, IClock clock)
{
    public async Task<CardEditResult> Add(Viewer viewer, CardFieldKind kind, CardFieldInput input, CancellationToken stop = default)
    {
        var (label, value, errors) = Read(viewer, kind, input);
        if (errors.Any) return new(CardEdit.Invalid, errors);
        return await db.Alone(async () =>
        {
            var kinds = await db.CardOf(viewer).Select(f => f.Kind).ToListAsync(stop);
            if (kinds.Count >= CardField.MostPerMember) return Invalid("value", viewer.T["Your card is full: {0} entries are the most.", CardField.MostPerMember]);
            if (kind == CardFieldKind.Birthday && kinds.Contains(kind)) return Invalid("value", viewer.T["Your birthday is on the card already."]);
            var field = db.Add(new CardField { MemberId = viewer.Id, Kind = kind, Label = label, Value = value, ByDefault = input.ByDefault }).Entity;
            await db.SaveChangesAsync(stop);
            if (input.ToContacts)
            {
                var now = clock.GetCurrentInstant();
                foreach (var id in await db.ContactsOf(viewer).Select(c => c.OtherId).ToListAsync(stop)) db.Add(new CardRelease { FieldId = field.Id, ToId = id, At = now });
                await db.SaveChangesAsync(stop);
            }
            return new CardEditResult(CardEdit.Done);
        }, stop);
    }

    public async Task<CardEditResult> Change(Viewer viewer, long fieldId, CardFieldInput input, CancellationToken stop = default)
    {
        if (await db.CardOf(viewer).SingleOrDefaultAsync(f => f.Id == fieldId, stop) is not { } field) return new(CardEdit.NotFound);
        var (label, value, errors) = Read(viewer, field.Kind, input);
        if (errors.Any) return new(CardEdit.Invalid, errors);
        (field.Label, field.Value, field.ByDefault) = (label, value, input.ByDefault);
        await db.SaveChangesAsync(stop);
        return new(CardEdit.Done);
    }

    /// <summary>Takes the field off the card and from everybody who had got it.</summary>
    public async Task<bool> Remove(Viewer viewer, long fieldId, CancellationToken stop = default) =>
        await db.CardOf(viewer).Where(f => f.Id == fieldId).ExecuteDeleteAsync(stop) > 0;

    private (string Label, string Value, FieldErrors Errors) Read(Viewer viewer, CardFieldKind kind, CardFieldInput input)
    {
        var errors = new FieldErrors();
        var label = VisibleText.Line(input.Label ?? "");
        errors.AtMost(CardField.MaxLabel, viewer.T, "label", label);
        var value = CardValue.Read(kind, input.Value, clock.GetCurrentInstant().InZone(viewer.Zone).Date, viewer.T);
        if (value.Problem is { } problem) errors.Add("value", problem);
        return (label, value.Value ?? "", errors);
    }

    private static CardEditResult Invalid(string field, string message) => new(CardEdit.Invalid, new FieldErrors().Add(field, message));
}
