namespace Gilde.Web.Web;

/// <summary>What was wrong with an input, by form field; <c>""</c> is the form as a whole. Messages are in the viewer's language.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string> errors = [];

    public bool Any => errors.Count > 0;
    public string? this[string field] => errors.GetValueOrDefault(field);
    public IReadOnlyDictionary<string, string> All => errors;

    public FieldErrors Add(string field, string message)
    {
        errors.TryAdd(field, message);
        return this;
    }

    /// <summary>The field holds at most <paramref name="most"/> characters.</summary>
    public FieldErrors AtMost(int most, Texts t, string field, string value) =>
        value.Length > most ? Add(field, t["At most {0} characters, please; these are {1}.", most, value.Length]) : this;

    /// <summary>The field holds an address to which mail can go.</summary>
    public FieldErrors IsAddress(bool isAddress, Texts t, string field = "email") =>
        isAddress ? this : Add(field, t["Please enter an e-mail address such as name@example.org."]);
}
