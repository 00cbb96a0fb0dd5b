using System.Security.Cryptography;
using System.Text;
using Gilde.Web.Accounts;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>
/// Mail addresses and phone numbers as keyed hashes: the same however they are written, and worth nothing without the network's secret.
/// </summary>
public sealed class MatchKeys
{
    private const int Bytes = 16;
    private const int FewestDigits = 7;
    private readonly byte[] _secret;

    private MatchKeys(byte[] secret) => _secret = secret;

    public static async Task<MatchKeys> Load(GildeDb db, CancellationToken stop = default)
    {
        var secret = await Secret(db, stop);
        if (secret is null)
        {
            // Two may come at once: the first row stays, both read it.
            await db.Database.ExecuteSqlAsync($"INSERT INTO match_secrets (id, secret) VALUES ({MatchSecret.TheId}, {RandomNumberGenerator.GetBytes(32)}) ON CONFLICT DO NOTHING", stop);
            secret = await Secret(db, stop);
        }
        return new MatchKeys(secret ?? throw new InvalidOperationException("The secret for matching could not be stored."));
    }

    public byte[]? Email(string text) => EmailAddress.TryParse(text, out var address) ? Hash("e:" + address.Key) : null;

    /// <param name="country">Where a number without a country code is taken to be, by ISO 3166-1.</param>
    public byte[]? Phone(string text, string country) => International(text, country) is { } number ? Hash("p:" + number) : null;

    /// <summary>With country code, digits alone; null for what is too short to be anybody's own number.</summary>
    internal static string? International(string text, string country)
    {
        var trimmed = text.Replace("(0)", "", StringComparison.Ordinal).Trim();
        var digits = string.Concat(trimmed.Where(char.IsAsciiDigit));
        var number = trimmed.StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? CallingCode(country) + digits[1..]
            : digits;
        return number.Length >= FewestDigits ? number : null;
    }

    private static string CallingCode(string country) => country switch
    {
        "AT" => "43",
        "CH" or "LI" => "41",
        "LU" => "352",
        "NL" => "31",
        "BE" => "32",
        _ => "49",
    };

    private byte[] Hash(string text) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text))[..Bytes];

    private static Task<byte[]?> Secret(GildeDb db, CancellationToken stop) => db.MatchSecrets.Where(s => s.Id == MatchSecret.TheId).Select(s => s.Secret).SingleOrDefaultAsync(stop);
}
