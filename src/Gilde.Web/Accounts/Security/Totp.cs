using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gilde.Web.Accounts.Security;

/// <summary>Time-based one-time passwords of authenticator apps: RFC 6238, SHA-1, 6 digits, 30 seconds.</summary>
public static class Totp
{
    private const int Seconds = 30;
    private const int Digits = 6;

    public static string NewSecret() => Base32.Write(RandomNumberGenerator.GetBytes(20));

    public static long StepAt(Instant now) => now.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of one time step.</summary>
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the algorithm that every authenticator app speaks; HMAC-SHA-1 is not broken
        var mac = HMACSHA1.HashData(Base32.Read(secret), counter);
#pragma warning restore CA5350
        var offset = mac[^1] & 15;
        var number = (BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset)) & int.MaxValue) % 1_000_000;
        return number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>The time step that a code belongs to, if it is a current one newer than the last used; clocks may differ by one step.</summary>
    public static long? Step(string secret, string code, Instant now, long lastUsed)
    {
        var current = StepAt(now);
        for (var step = current - 1; step <= current + 1; step++)
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code))) return step;
        return null;
    }

    /// <summary>What the QR code tells the app.</summary>
    public static string Uri(string secret, string network, string email) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(network)}:{System.Uri.EscapeDataString(email)}?secret={secret}&issuer={System.Uri.EscapeDataString(network)}";
}
