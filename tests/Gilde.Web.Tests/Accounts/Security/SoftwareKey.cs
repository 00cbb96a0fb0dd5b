using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gilde.Web.Tests.Accounts.Security;

/// <summary>A passkey device in software: makes a P-256 key for one site and answers challenges as WebAuthn says.</summary>
public sealed class SoftwareKey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string? userHandle;
    private uint counter;

    /// <summary>Devices that keep their passkeys in step with others do not count their uses.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>What the browser's create() gives for the site's options.</summary>
    public string Create(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        var root = asked.RootElement;
        userHandle = root.GetProperty("user").GetProperty("id").GetString();
        var data = ClientData("webauthn.create", root.GetProperty("challenge").GetString()!, origin);
        byte[] authenticator = [.. Header(root.GetProperty("rp").GetProperty("id").GetString()!, 0x45), .. new byte[16], 0, (byte)id.Length, .. id, .. CoseKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)authenticator.Length, .. authenticator];
        return Answer(new { clientDataJSON = Base64Url.EncodeToString(data), attestationObject = Base64Url.EncodeToString(attestation), transports = new[] { "internal" } });
    }

    /// <summary>What the browser's get() gives.</summary>
    public string Get(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        var data = ClientData("webauthn.get", asked.RootElement.GetProperty("challenge").GetString()!, origin);
        var authenticator = Header(asked.RootElement.GetProperty("rpId").GetString()!, 0x05);
        var signature = key.SignData([.. authenticator, .. SHA256.HashData(data)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new
        {
            clientDataJSON = Base64Url.EncodeToString(data), authenticatorData = Base64Url.EncodeToString(authenticator), signature = Base64Url.EncodeToString(signature), userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private string Answer(object response) =>
        JsonSerializer.Serialize(new { id = Base64Url.EncodeToString(id), rawId = Base64Url.EncodeToString(id), type = "public-key", clientExtensionResults = new { }, response });

    private static byte[] ClientData(string type, string challenge, string origin) => JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin, crossOrigin = false });

    /// <summary>Hash of the site, flags (1 present, 4 verified, 0x40 key attached), counter.</summary>
    private byte[] Header(string site, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Counts ? ++counter : 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), flags, .. count];
    }

    private byte[] CoseKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];
}
