#!/usr/bin/env bash
# Runs a command of Tenlines in the container; JAVA_TOOL_OPTIONS is the JVM's own way to more options, such as -Xmx.
exec java -XX:AOTCache=/app/tenlines.aot -XX:+UseSerialGC -XX:MaxRAMPercentage=75 --enable-native-access=ALL-UNNAMED \
  --sun-misc-unsafe-memory-access=allow -Dtenlines.home=/app -jar /app/tenlines.jar "$@"
